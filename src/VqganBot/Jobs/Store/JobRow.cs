using System.Text.Json;
using VqganBot.Discord.Wire;

namespace VqganBot.Jobs;

/// <summary>A row of the table of jobs, column by column.</summary>
internal sealed record JobRow
{
    /// <summary>What to select for a row; the table is <c>jobs</c>.</summary>
    public const string Columns =
        """
        id AS Id, state AS State, reason AS Reason,
        user AS User, user_name AS UserName, guild AS Guild, channel AS Channel, roles AS Roles,
        painting AS Painting, tier AS Tier,
        created_at AS CreatedAt, started_at AS StartedAt, painted_at AS PaintedAt, ended_at AS EndedAt,
        steps_done AS StepsDone, gpu_ms AS GpuMs, reductions AS Reductions, crashes AS Crashes, pictures AS Pictures, is_aside AS IsAside, note AS Note,
        application AS Application, token AS Token, token_expires_at AS TokenExpiresAt, reply_channel AS ReplyChannel, message AS Message,
        is_followup AS IsFollowup, is_private AS IsPrivate, is_bot_in_guild AS IsBotInGuild, attachment_size_limit AS AttachmentSizeLimit
        """;

    public long Id { get; init; }

    public JobState State { get; init; }

    public string? Reason { get; init; }

    public Snowflake User { get; init; }

    public string UserName { get; init; } = "";

    public Snowflake? Guild { get; init; }

    public Snowflake Channel { get; init; }

    public string Roles { get; init; } = "[]";

    public string Painting { get; init; } = "";

    public int Tier { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? PaintedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public int StepsDone { get; init; }

    public long GpuMs { get; init; }

    public int Reductions { get; init; }

    public int Crashes { get; init; }

    public int? Pictures { get; init; }

    public bool IsAside { get; init; }

    public string? Note { get; init; }

    public Snowflake Application { get; init; }

    public string? Token { get; init; }

    public DateTimeOffset TokenExpiresAt { get; init; }

    public Snowflake ReplyChannel { get; init; }

    public Snowflake? Message { get; init; }

    public bool IsFollowup { get; init; }

    public bool IsPrivate { get; init; }

    public bool IsBotInGuild { get; init; }

    public long AttachmentSizeLimit { get; init; }

    public Job ToJob() => new()
    {
        Id = Id,
        State = State,
        Reason = Reason,
        Requester = new JobRequester
        {
            User = User,
            UserName = UserName,
            Guild = Guild,
            Channel = Channel,
            Roles = [.. JsonSerializer.Deserialize(Roles, JobJson.Default.IReadOnlyListUInt64)!.Select(role => new Snowflake(role))],
        },
        Order = JsonSerializer.Deserialize(Painting, JobJson.Default.JobOrder)!,
        Reply = new ReplyAddress
        {
            Application = Application,
            Token = Token ?? "",
            TokenExpiresAt = TokenExpiresAt,
            Channel = ReplyChannel,
            Message = Message,
            IsFollowup = IsFollowup,
            IsPrivate = IsPrivate,
            IsBotInGuild = IsBotInGuild,
            AttachmentSizeLimit = AttachmentSizeLimit,
        },
        Tier = Tier,
        CreatedAt = CreatedAt,
        StartedAt = StartedAt,
        PaintedAt = PaintedAt,
        EndedAt = EndedAt,
        StepsDone = StepsDone,
        GpuTime = TimeSpan.FromMilliseconds(GpuMs),
        Reductions = Reductions,
        Crashes = Crashes,
        Pictures = Pictures,
        IsAside = IsAside,
        Note = Note,
    };
}
