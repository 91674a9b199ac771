using System.Runtime.InteropServices;
using SQLitePCL;

namespace VqganBot.Storage;

/// <summary>
/// SQLite itself: the system's where there is one, since it gets security updates and the one in the package (3.35) does not.
/// The SQL of this program keeps to what 3.35 knows.
/// </summary>
internal static class SqliteLibrary
{
    private static readonly Lazy<string> Loaded = new(Load);

    /// <value>The version that runs.</value>
    public static string Version => Loaded.Value;

    public static void Initialise() => _ = Loaded.Value;

    private static string Load()
    {
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, (name, assembly, paths) =>
            name == "e_sqlite3" && NativeLibrary.TryLoad("libsqlite3.so.0", out var system) ? system : 0);
        Batteries_V2.Init();
        return raw.sqlite3_libversion().utf8_to_string();
    }
}
