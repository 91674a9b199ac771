using System.Text.Json.Nodes;

namespace VqganBot.Tests.EndToEnd.Acceptance.BadInput;

/// <summary>What no client would send in an option, and what people type all the same.</summary>
internal static class ForgedValues
{
    public static IReadOnlyList<(string Name, string Json)> All { get; } =
    [
        ("null", "null"),
        ("an empty text", "\"\""),
        ("spaces", "\"   \""),
        ("ten thousand letters", $"\"{new string('a', 10_000)}\""),
        ("zero-width letters", "\"\\u200b\\u200d\\ufeff\""),
        ("letters from right to left", "\"\\u202eevil\\u202c \\u05e9\\u05dc\\u05d5\\u05dd\""),
        ("control characters", "\"a\\u0000b\\u0007c\\u001b[31m\""),
        ("a mention of everybody", "\"@everyone @here <@&1> <@1>\""),
        ("code for the database", "\"'; DROP TABLE jobs; --\""),
        ("a path", "\"../../../etc/passwd\""),
        ("weights that are none", "\"a:1e999|b:-:|c:nan\""),
        ("a size that is none", "\"99999999x-1\""),
        ("minus one", "-1"),
        ("the smallest whole number", "-9223372036854775808"),
        ("the largest whole number", "9223372036854775807"),
        ("more than any whole number", "1e300"),
        ("a part", "0.5"),
        ("an id of nobody", "\"18446744073709551615\""),
        ("yes", "true"),
        ("a list", "[1,[2]]"),
        ("an object", "{\"value\":{\"value\":1}}"),
    ];

    public static JsonNode? Parse(string json) => JsonNode.Parse(json);
}
