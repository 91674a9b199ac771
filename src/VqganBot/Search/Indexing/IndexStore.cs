using System.Runtime.InteropServices;
using Dapper;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using VqganBot.Storage;

namespace VqganBot.Search.Indexing;

/// <summary>
/// The index of a folder on disk: which files there are with the sums of their contents, and the embedding of each content. So a
/// file that moved or was only touched finds its embedding again, and each model has its own.
/// </summary>
internal sealed class IndexStore : IDisposable
{
    private const int ApplicationId = 0x56514253; // "VQBS"
    private const int Version = 1;

    // A page holds several embeddings, so that reading all of them reads little else.
    private static readonly string Schema = $"""
        PRAGMA page_size = 16384;
        BEGIN IMMEDIATE;
        CREATE TABLE IF NOT EXISTS model (id INTEGER PRIMARY KEY, sum TEXT NOT NULL UNIQUE, name TEXT NOT NULL, width INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS file (path TEXT PRIMARY KEY, bytes INTEGER NOT NULL, modified INTEGER NOT NULL, hash TEXT, problem TEXT) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS file_hash ON file (hash);
        CREATE TABLE IF NOT EXISTS embedding (id INTEGER PRIMARY KEY, model INTEGER NOT NULL REFERENCES model, hash TEXT NOT NULL, vector BLOB NOT NULL, UNIQUE (model, hash));
        PRAGMA application_id = {ApplicationId};
        PRAGMA user_version = {Version};
        COMMIT;
        """;

    private readonly SqliteConnection _connection;
    private readonly string _path;

    private IndexStore(SqliteConnection connection, string path)
    {
        _connection = connection;
        _path = path;
    }

    /// <summary>Opens the file, or makes it.</summary>
    /// <exception cref="SearchIndexException">It is something else, was written by a newer version, or cannot be written.</exception>
    public static IndexStore Open(string path)
    {
        SqliteLibrary.Initialise();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            var (application, version) = (connection.QuerySingle<long>("PRAGMA application_id"), connection.QuerySingle<long>("PRAGMA user_version"));
            var isEmpty = connection.QuerySingle<long>("SELECT count(*) FROM sqlite_master") == 0;
            if (!isEmpty && application != ApplicationId)
                throw new SearchIndexException($"'{path}' is a database of another program, not a search index. Name another file by --index.");
            if (version > Version)
                throw new SearchIndexException($"The search index '{path}' was written by a newer version of this program. Delete it to build it anew, or name another file by --index.");
            if (isEmpty) connection.Execute(Schema);
            // What a power cut could cost is made again by the next update.
            connection.Execute("PRAGMA synchronous = NORMAL");
            return new IndexStore(connection, path);
        }
        catch (Exception exception)
        {
            connection.Dispose();
            throw exception is SqliteException sqlite ? Fault(path, sqlite) : exception;
        }
    }

    public long Model(string sum, string name, int width) => Do(connection => connection.QuerySingle<long>(
        """
        INSERT INTO model (sum, name, width) VALUES (@sum, @name, @width) ON CONFLICT (sum) DO UPDATE SET name = @name, width = @width
        RETURNING id
        """, new { sum, name, width }));

    public IReadOnlyDictionary<string, KnownFile> Files() => Do(connection => connection
        .Query<(string Path, long Bytes, long Modified, string? Hash, string? Problem)>("SELECT path, bytes, modified, hash, problem FROM file")
        .ToDictionary(row => row.Path, row => new KnownFile(new FoundFile(row.Path, row.Bytes, row.Modified), row.Hash, row.Problem), StringComparer.Ordinal));

    /// <summary>The contents that have an embedding by the model.</summary>
    public HashSet<string> Embedded(long model) => Do(connection =>
        connection.Query<string>("SELECT hash FROM embedding WHERE model = @model", new { model }).ToHashSet(StringComparer.Ordinal));

    /// <summary>Embeddings first: a file without one is looked at again.</summary>
    public void Write(long model, IReadOnlyDictionary<string, float[]> embeddings, IEnumerable<KnownFile> files) => InTransaction(connection =>
    {
        connection.Execute(
            "INSERT INTO embedding (model, hash, vector) VALUES (@model, @hash, @vector) ON CONFLICT (model, hash) DO UPDATE SET vector = @vector",
            embeddings.Select(pair => new { model, hash = pair.Key, vector = MemoryMarshal.AsBytes<float>(pair.Value).ToArray() }));
        connection.Execute(
            "INSERT OR REPLACE INTO file (path, bytes, modified, hash, problem) VALUES (@Path, @Bytes, @Modified, @Hash, @Problem)",
            files.Select(known => new { known.File.Path, known.File.Bytes, known.File.Modified, known.Hash, known.Problem }));
    });

    /// <summary>Forgets files, and the embeddings of all contents that no file has any more.</summary>
    public void Forget(IEnumerable<string> paths) => InTransaction(connection =>
    {
        connection.Execute("DELETE FROM file WHERE path = @path", paths.Select(path => new { path }));
        connection.Execute("DELETE FROM embedding WHERE NOT EXISTS (SELECT 1 FROM file WHERE file.hash = embedding.hash)");
    });

    /// <summary>Every file with the content that an embedding belongs to.</summary>
    public IReadOnlyList<string> Paths(long embedding) => Do(connection => connection
        .Query<string>("SELECT path FROM file JOIN embedding ON embedding.hash = file.hash WHERE embedding.id = @embedding ORDER BY path", new { embedding }).AsList());

    /// <summary>All embeddings by the model, under their ids.</summary>
    public EmbeddingMatrix Matrix(long model, int width) => Do(connection =>
    {
        var matrix = new EmbeddingMatrix(width, connection.QuerySingle<int>("SELECT count(*) FROM embedding WHERE model = @model", new { model }));
        // Past the data reader, which copies each vector into an array of its own.
        Check(raw.sqlite3_prepare_v2(connection.Handle, "SELECT id, vector FROM embedding WHERE model = ?", out var statement));
        using (statement)
        {
            Check(raw.sqlite3_bind_int64(statement, 1, model));
            int step;
            while ((step = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
                matrix.Add(raw.sqlite3_column_int64(statement, 0), MemoryMarshal.Cast<byte, float>(raw.sqlite3_column_blob(statement, 1)));
            Check(step == raw.SQLITE_DONE ? raw.SQLITE_OK : step);
        }

        return matrix;

        void Check(int code) => SqliteException.ThrowExceptionForRC(code, connection.Handle);
    });

    public void Dispose() => _connection.Dispose();

    private static SearchIndexException Fault(string path, SqliteException exception) => exception.SqliteErrorCode switch
    {
        raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT => new($"'{path}' is no search index, or a damaged one, which may be deleted and is then built anew. Another file is named by --index.", exception),
        raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM => new($"The search index '{path}' cannot be opened or written there. Name a file in another folder by --index.", exception),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new($"Another program is writing to the search index '{path}'. Try again when it is done.", exception),
        raw.SQLITE_FULL => new($"The disk is full: the search index '{path}' could not be written. The same command goes on when there is room.", exception),
        _ => new($"The search index '{path}' cannot be used: {exception.Message}", exception),
    };

    private T Do<T>(Func<SqliteConnection, T> work)
    {
        try
        {
            return work(_connection);
        }
        catch (SqliteException exception)
        {
            throw Fault(_path, exception);
        }
        catch (ArgumentException exception)
        {
            // An embedding of another width or length: nobody but a stranger wrote that.
            throw new SearchIndexException($"The search index '{_path}' is damaged: {exception.Message} Delete it to build it anew.", exception);
        }
    }

    private void InTransaction(Action<SqliteConnection> change) => Do(connection =>
    {
        using var transaction = connection.BeginTransaction();
        change(connection);
        transaction.Commit();
        return true;
    });
}
