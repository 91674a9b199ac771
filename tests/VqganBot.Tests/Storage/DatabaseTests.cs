using Dapper;
using VqganBot.Storage;

namespace VqganBot.Tests.Storage;

public sealed class DatabaseTests
{
    [Fact]
    public void Disposed_IsNotOpenedAgainByAThreadThatWasLeftBehind()
    {
        var folder = Directory.CreateTempSubdirectory("vqganbot-database-");
        var database = Database.Open(Path.Combine(folder.FullName, "bot.db"));

        database.Dispose();

        Assert.Throws<ObjectDisposedException>(() => database.Write(connection => connection.Execute("CREATE TABLE late (id INTEGER)")));
        Assert.Throws<ObjectDisposedException>(() => database.Read(connection => connection.ExecuteScalar<long>("SELECT 1")));
        folder.Delete(recursive: true);
    }
}
