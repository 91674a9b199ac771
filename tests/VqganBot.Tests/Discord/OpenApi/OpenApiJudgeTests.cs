using System.Text;

namespace VqganBot.Tests.Discord.OpenApi;

public sealed class OpenApiJudgeTests
{
    private const string Callback = "POST /interactions/55/aW50/callback?with_response=true";
    private const string Original = "PATCH /webhooks/41/aW50/messages/@original";
    private const string Create = "POST /channels/7/messages";
    private const string Commands = "PUT /applications/41/commands";
    private const string NoPing = "\"allowed_mentions\":{\"parse\":[]}";

    [Theory]
    [InlineData("GET /api/v10/gateway/bot", "")]
    [InlineData("GET /applications/41/commands?with_localizations=true", "")]
    [InlineData("DELETE /webhooks/41/aW50/messages/%40original", "")]
    [InlineData(Callback, """{"type":5,"data":{"flags":64}}""")]
    [InlineData(Callback, """{"type":6}""")]
    [InlineData(Callback, """{"type":8,"data":{"choices":[{"name":"a","value":"a"},{"name":"b","value":"b"}]}}""")]
    [InlineData(Callback, """{"type":9,"data":{"custom_id":"m","title":"T","components":[{"type":18,"label":"Prompt","component":{"type":4,"custom_id":"p","style":2,"value":"x","max_length":10}}]}}""")]
    [InlineData(Original, $$$"""{"content":"hi",{{{NoPing}}},"components":[{"type":1,"components":[{"type":2,"style":2,"custom_id":"a","label":"A","emoji":{"name":"🔁"}}]}]}""")]
    [InlineData(Create, $$$"""{"content":"hi",{{{NoPing}}},"nonce":"abc","enforce_nonce":true,"message_reference":{"message_id":"5","fail_if_not_exists":false}}""")]
    [InlineData(Commands, """[{"type":1,"name":"imagine","name_localizations":{"ja":"描く","fr":"imagine"},"description":"Paints","options":[{"type":3,"name":"prompt","description":"What","required":true,"max_length":1000}],"default_member_permissions":"32","contexts":[0,1],"nsfw":false},{"type":3,"name":"Make variations"}]""")]
    public void Request_AsDiscordWantsIt_Passes(string request, string body) => Assert.Empty(Check(request, body));

    [Theory]
    [InlineData("GET /gateway/bots", "", "no such path")]
    [InlineData("PUT /gateway/bot", "", "no such method")]
    [InlineData("GET /channels/none", "", "no such path")]
    [InlineData("GET /gateway/bot?fast=1", "", "no query parameter fast")]
    [InlineData("GET /gateway/bot", "{}", "a body where none")]
    [InlineData(Create, "", "no body")]
    [InlineData(Create, "{", "no JSON")]
    [InlineData(Create, $$$"""{"contents":"hi",{{{NoPing}}}}""", "body.contents: Discord knows no such property")]
    [InlineData(Create, """{"content":"hi","allowed_mentions":{"parse":[],"user":[]}}""", "body.allowed_mentions.user: Discord knows no")]
    [InlineData(Create, $$$"""{"content":5,{{{NoPing}}}}""", "body.content: is of the kind Number")]
    [InlineData(Create, $$$"""{"content":"hi",{{{NoPing}}},"nonce":"12345678901234567890123456"}""", "body.nonce: is 26 long")]
    [InlineData(Create, $$$"""{"content":"hi",{{{NoPing}}},"flags":64}""", "only answers to interactions are ephemeral")]
    [InlineData(Create, $$$"""{"content":"",{{{NoPing}}}}""", "an empty message")]
    [InlineData(Create, """{"content":"hi"}""", "allowed_mentions: not")]
    [InlineData(Create, """{"content":"hi","allowed_mentions":{"parse":["everyone"]}}""", "allowed_mentions: not")]
    [InlineData(Create, $$$"""{"embeds":[{"image":{"url":"attachment://a.png"}}],{{{NoPing}}}}""", "attachment://a.png is not among")]
    [InlineData(Create, $$$"""{"content":"hi",{{{NoPing}}},"attachments":[{"id":"0"}]}""", "attachments: 0 is no file")]
    [InlineData(Original, $$$"""{"components":[{"type":1,"components":[{"type":2,"style":7,"custom_id":"a","label":"A"}]}],{{{NoPing}}}}""", "style: ")]
    [InlineData(Original, $$$"""{"components":[{"type":1,"components":[{"type":2,"style":1,"custom_id":"a","label":"A","colour":1}]}],{{{NoPing}}}}""", "components[0].components[0].colour: Discord knows no")]
    [InlineData(Original, $$$"""{"components":[{"type":2,"style":1,"custom_id":"a","label":"A"}],{{{NoPing}}}}""", "components[0]")]
    [InlineData(Original, $$$"""{"components":[{"type":1,"components":[{"type":2,"style":1,"custom_id":"a","label":"A"},{"type":2,"style":1,"custom_id":"a","label":"B"}]}],{{{NoPing}}}}""", "custom_id a twice")]
    [InlineData(Original, $$$"""{"components":[{"type":1,"components":[{"type":2,"style":5,"custom_id":"a","label":"A"}]}],{{{NoPing}}}}""", "links have an address")]
    [InlineData(Original, $$$"""{"components":[{"type":1,"components":[{"type":2,"style":1,"custom_id":"a"}]}],{{{NoPing}}}}""", "without label and emoji")]
    [InlineData(Original, $$$"""{"components":[{"type":1,"components":[{"type":2,"style":1,"custom_id":"a","label":"A"},{"type":3,"custom_id":"b","options":[{"label":"x","value":"x"}]}]}],{{{NoPing}}}}""", "buttons or one select")]
    [InlineData(Callback, """{"type":5,"data":{"content":"wait"}}""", "data.content: a deferral takes nothing but")]
    [InlineData(Callback, """{"type":5,"data":{"flags":4}}""", "data.flags: a deferral")]
    [InlineData(Callback, """{"type":6,"data":{}}""", "nothing goes with a deferred update")]
    [InlineData(Callback, """{"type":4}""", "an empty message")]
    [InlineData(Callback, """{"type":2}""", "body.type: is 2")]
    [InlineData(Callback, """{"type":8,"data":{"choices":[{"name":"a","value":"a"},{"name":"a","value":"b"}]}}""", "one name twice")]
    [InlineData(Callback, """{"type":9,"data":{"custom_id":"m","title":"T","components":[{"type":18,"label":"Prompt","component":{"type":4,"custom_id":"p","style":2,"value":"xyz","max_length":2}}]}}""", "longer than its own max_length")]
    [InlineData(Callback, """{"type":9,"data":{"custom_id":"m","title":"A title which is far too long for any modal of Discord's","components":[{"type":18,"label":"P","component":{"type":4,"custom_id":"p","style":2}}]}}""", "title: is")]
    [InlineData(Commands, """[{"type":1,"name":"Imagine","description":"Paints"}]""", "\"Imagine\" is no name")]
    [InlineData(Commands, """[{"type":1,"name":"imagine","name_localizations":{"de":"Male"},"description":"Paints"}]""", "\"Male\" is no name")]
    [InlineData(Commands, """[{"type":1,"name":"imagine","name_localizations":{"es":"pintar"},"description":"Paints"}]""", "no locale es")]
    [InlineData(Commands, """[{"type":1,"name":"imagine"}]""", "no description")]
    [InlineData(Commands, """[{"type":3,"name":"Vary","description":"Paints"}]""", "menu commands have neither")]
    [InlineData(Commands, """[{"type":1,"name":"a","description":"d"},{"type":1,"name":"a","description":"d"}]""", "a: twice")]
    [InlineData(Commands, """[{"type":1,"name":"a","description":"d","options":[{"type":3,"name":"x","description":"d"},{"type":3,"name":"y","description":"d","required":true}]}]""", "required options come first")]
    [InlineData(Commands, """[{"type":1,"name":"a","description":"d","options":[{"type":3,"name":"x","description":"d"},{"type":3,"name":"x","description":"d"}]}]""", "two options of one name")]
    [InlineData(Commands, """[{"type":1,"name":"a","description":"d","options":[{"type":1,"name":"x","description":"d"},{"type":3,"name":"y","description":"d"}]}]""", "side by side")]
    [InlineData(Commands, """[{"type":1,"name":"a","description":"d","options":[{"type":3,"name":"x","description":"d","autocomplete":true,"choices":[{"name":"b","value":"b"}]}]}]""", "choices and autocomplete")]
    [InlineData(Commands, """[{"type":1,"name":"a","description":"d","options":[{"type":4,"name":"x","description":"d","min_value":1.5}]}]""", "min_value")]
    [InlineData(Commands, """[{"type":1,"name":"a","description":"d","options":[{"type":4,"name":"x","description":"d","min_value":5,"max_value":4}]}]""", "the least is more than the most")]
    [InlineData(Commands, """[{"type":1,"name":"a","description":"d","dm":true}]""", "body[0].dm: Discord knows no")]
    public void Request_AsDiscordRefusesIt_IsFound(string request, string body, string violation)
    {
        var found = Check(request, body);

        Assert.Contains(found, text => text.Contains(violation, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(2000, true)]
    [InlineData(2001, false)]
    public void Content_LongerThan2000_IsFound(int length, bool isGood) =>
        Assert.Equal(isGood, Check(Create, $$$"""{"content":"{{{new string('x', length)}}}",{{{NoPing}}}}""").Count == 0);

    [Theory]
    [InlineData(1904, true)]
    [InlineData(1905, false)]
    public void Embeds_OfMoreThan6000CharactersInAll_AreFound(int last, bool isGood)
    {
        var long1 = new string('x', 4096);
        var body = $$$"""{"embeds":[{"description":"{{{long1}}}"},{"description":"{{{new string('x', last)}}}"}],{{{NoPing}}}}""";

        Assert.Equal(isGood, Check(Create, body).Count == 0);
    }

    [Fact]
    public void Command_OfMoreThan8000Characters_IsFound()
    {
        var choices = string.Join(",", Enumerable.Range(0, 25).Select(i => $$$"""{"name":"{{{i}}}{{{new string('n', 90)}}}","value":"{{{new string('v', 100)}}}"}"""));
        var options = string.Join(",", Enumerable.Range(0, 2).Select(i => $$$"""{"type":3,"name":"o{{{i}}}","description":"d","choices":[{{{choices}}}]}"""));

        Assert.Contains(Check(Commands, $$$"""[{"type":1,"name":"a","description":"d","options":[{{{options}}}]}]"""), text => text.Contains("more than 8000"));
    }

    [Theory]
    [InlineData("form-data; name=\"files[0]\"; filename=\"a.png\"", "0", null)]
    [InlineData("form-data; name=files[0]; filename=a.png; filename*=utf-8''a.png", "0", "a part says")]
    [InlineData("form-data; name=\"files[1]\"; filename=\"a.png\"", "0", "files[1] is not listed")]
    public void Form_WithAFile_MustListItAndQuoteIt(string disposition, string id, string? violation)
    {
        var text = $"--b\r\nContent-Type: application/json\r\nContent-Disposition: form-data; name=\"payload_json\"\r\n\r\n{{\"attachments\":[{{\"id\":\"{id}\"}}],{NoPing}}}\r\n" +
            $"--b\r\nContent-Type: image/png\r\nContent-Disposition: {disposition}\r\n\r\nPNG\r\n--b--\r\n";

        var found = OpenApiJudge.Load().Check(HttpMethod.Post, "/channels/7/messages", "multipart/form-data; boundary=b", Encoding.UTF8.GetBytes(text));

        if (violation is null) Assert.Empty(found);
        else Assert.Contains(found, one => one.Contains(violation, StringComparison.Ordinal));
    }

    private static IReadOnlyList<string> Check(string request, string body)
    {
        var (method, path) = (request.Split(' ')[0], request.Split(' ')[1]);
        return OpenApiJudge.Load().Check(new HttpMethod(method), path, body.Length > 0 ? "application/json" : "", Encoding.UTF8.GetBytes(body));
    }
}
