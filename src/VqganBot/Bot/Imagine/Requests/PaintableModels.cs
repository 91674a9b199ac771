using VqganBot.Bot.Replies;
using VqganBot.Generation.Packs;
using VqganBot.Jobs;
using VqganBot.Models;
using VqganBot.Models.Catalog;

namespace VqganBot.Bot.Imagine.Requests;

/// <summary>The packs on this machine that people may choose by name. A path, which the command line takes, is no name.</summary>
internal sealed class PaintableModels(InstalledModels installed, JobOptions jobs)
{
    public IReadOnlyList<InstalledModel> All => [.. installed.List().Where(model => model.Kind == ModelKind.Pack)];

    /// <summary>What a pack likes best: its name, size, steps, preset.</summary>
    /// <param name="name">Null: the one of jobs that name none.</param>
    /// <exception cref="UserFacingException">There is no such pack.</exception>
    public ModelPackManifest Require(string? name)
    {
        var wanted = name ?? jobs.DefaultModel;
        var packs = All;
        var pack = packs.FirstOrDefault(pack => string.Equals(pack.Name, wanted.Trim(), StringComparison.OrdinalIgnoreCase));
        // The operator's default may be a path or an alias, which the catalogue resolves.
        if (pack is null && name is null) return ModelPackManifest.Read(installed.FindPack(wanted));
        return pack is null
            ? throw new UserFacingException($"There is no model `{Echo.Prompt(wanted, 60)}` here. There {(packs.Count == 1 ? "is" : "are")}: {string.Join(", ", packs.Select(each => each.Name))}.")
            : ModelPackManifest.Read(pack.Path);
    }

    /// <exception cref="UserFacingException">The pack cannot draft; the message says which can.</exception>
    public void RequirePrior(ModelPackManifest pack)
    {
        if (pack.Prior is not null) return;
        string[] able = [.. All.Where(model => ModelPackManifest.Read(model.Path).Prior is not null).Select(model => model.Name)];
        throw new UserFacingException(
            $"The model `{Echo.Prompt(pack.Name, 60)}` cannot draft: it has no prior, the part that sketches. "
            + (able.Length > 0 ? $"Choose {string.Join(" or ", able.Select(name => $"`model:{name}`"))}, or leave `mode` out and have it painted." : "Leave `mode` out and have it painted."));
    }

    /// <summary>As the job names it, so that the painter finds the same.</summary>
    public string NameOf(string? name) => name is null
        ? jobs.DefaultModel
        : All.First(pack => string.Equals(pack.Name, name.Trim(), StringComparison.OrdinalIgnoreCase)).Name;
}
