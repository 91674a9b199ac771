using System.Globalization;

namespace VqganBot.Jobs;

/// <summary>Where the files of jobs lie: <c>DATA/jobs/ID/</c>.</summary>
internal sealed class JobFiles(string dataFolder)
{
    public string Root { get; } = Path.Combine(dataFolder, "jobs");

    public string Folder(long job) => Path.Combine(Root, job.ToString(CultureInfo.InvariantCulture));

    /// <summary>A final picture of the job: PNG with its settings inside.</summary>
    /// <param name="tile">From 1.</param>
    public string Picture(long job, int tile) => Path.Combine(Folder(job), $"tile-{tile}.png");

    /// <summary>The resumable state of a picture: while it is painted the last one saved, afterwards the final one.</summary>
    public string State(long job, int tile) => Path.Combine(Folder(job), $"tile-{tile}.safetensors");

    /// <summary>All pictures of the job in one, when there are several.</summary>
    public string Grid(long job) => Path.Combine(Folder(job), "grid.png");

    public string StartImage(long job) => Path.Combine(Folder(job), "start.png");

    /// <summary>A picture to paint towards.</summary>
    /// <param name="number">From 1.</param>
    public string ImagePrompt(long job, int number) => Path.Combine(Folder(job), $"prompt-{number}.png");

    /// <summary>Frames for a timelapse, in order of their names.</summary>
    public string Frames(long job, int tile) => Path.Combine(Folder(job), $"frames-{tile}");

    /// <summary>A folder for a new job, with what it begins with and nothing else.</summary>
    public void Begin(long job, JobPictures pictures)
    {
        // A folder may be left of a job that was not queued in the end: then its id comes a second time.
        Delete(job);
        Directory.CreateDirectory(Folder(job));
        if (pictures.StartImage is { } startImage) File.WriteAllBytes(StartImage(job), startImage);
        for (var number = 1; number <= pictures.ImagePrompts.Count; number++) File.WriteAllBytes(ImagePrompt(job, number), pictures.ImagePrompts[number - 1]);
    }

    public void Delete(long job)
    {
        for (var tries = 1; Directory.Exists(Folder(job)); tries++)
        {
            try
            {
                Directory.Delete(Folder(job), recursive: true);
            }
            catch (IOException) when (tries < 3)
            {
                // The painter, or another hand that deletes, was in it at the same time.
            }
        }
    }
}
