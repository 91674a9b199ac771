using Dapper;
using Microsoft.Data.Sqlite;

namespace VqganBot.Storage;

/// <summary>
/// The bot's database: one SQLite file, one connection, one lock. All that is done with it takes microseconds, so one at a
/// time is enough, and there is no "database is locked" within the process.
/// </summary>
internal sealed class Database : IDisposable
{
    private readonly Lock _lock = new();
    private readonly SqliteConnection _connection;
    private bool _inTransaction;
    private bool _isDisposed;

    static Database()
    {
        SqliteLibrary.Initialise();
        SqlMapper.AddTypeHandler(new SnowflakeHandler());
        // Dapper's own way with times, text, would win over the handler for parameters.
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.AddTypeHandler(new TimeHandler());
    }

    private Database(SqliteConnection connection) => _connection = connection;

    // Dapper opens a closed connection by itself: a thread that outlives the host would write beside the next one.
    private SqliteConnection Connection
    {
        get
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return _connection;
        }
    }

    /// <summary>Opens the file, or makes it, and brings its tables up to date.</summary>
    /// <exception cref="StorageException">It was written by a newer version, or is no database.</exception>
    public static Database Open(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            // In WAL mode NORMAL survives the death of the process at any moment; only a power cut may lose the last moves.
            connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000;");
            // Interaction tokens lie in it for their quarter of an hour.
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            var database = new Database(connection);
            Migrations.Apply(database, path);
            return database;
        }
        catch (Exception exception)
        {
            connection.Dispose();
            throw exception is SqliteException
                ? new StorageException($"'{path}' cannot be opened as the bot's database: {exception.Message}", exception)
                : exception;
        }
    }

    /// <summary>Reads, outside of any transaction or inside the one this thread is in.</summary>
    public T Read<T>(Func<SqliteConnection, T> query)
    {
        lock (_lock)
            return query(Connection);
    }

    /// <summary>All or nothing. Inside another transaction of the same thread it is part of that one.</summary>
    public T Write<T>(Func<SqliteConnection, T> change)
    {
        lock (_lock)
        {
            if (_inTransaction) return change(_connection);
            Connection.Execute("BEGIN IMMEDIATE");
            _inTransaction = true;
            try
            {
                var result = change(_connection);
                _connection.Execute("COMMIT");
                return result;
            }
            catch
            {
                // SQLite has rolled back by itself after some errors (a full disk); a second time is an error of its own.
                if (SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0)
                    _connection.Execute("ROLLBACK");
                throw;
            }
            finally
            {
                _inTransaction = false;
            }
        }
    }

    public void Write(Action<SqliteConnection> change) => Write(connection =>
    {
        change(connection);
        return true;
    });

    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            _connection.Dispose();
        }
    }
}
