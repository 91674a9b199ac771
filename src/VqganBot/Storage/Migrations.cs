using System.Globalization;
using Dapper;

namespace VqganBot.Storage;

/// <summary>
/// The numbered <c>.sql</c> files beside this one, each applied once, in order, in a transaction of its own. A file that was
/// ever shipped is never changed.
/// </summary>
internal static class Migrations
{
    private const string Prefix = "migrations/";

    public static void Apply(Database database, string path)
    {
        var scripts = Scripts();
        var done = database.Read(connection => connection.QuerySingle<long>("PRAGMA user_version"));
        if (done > scripts[^1].Number)
        {
            throw new StorageException(
                $"'{path}' was written by a newer version of the bot (its tables are at {done}, this version knows {scripts[^1].Number}). " +
                "Start that version, or name another folder by VQGANBOT_DATA.");
        }

        foreach (var (number, sql) in scripts.Where(script => script.Number > done))
        {
            database.Write(connection => connection.Execute(sql + $";\nPRAGMA user_version = {number.ToString(CultureInfo.InvariantCulture)};"));
        }
    }

    private static List<(long Number, string Sql)> Scripts()
    {
        var assembly = typeof(Migrations).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return (long.Parse(name.AsSpan(Prefix.Length, 4), CultureInfo.InvariantCulture), reader.ReadToEnd());
            })];
    }
}
