using System.CommandLine;
using VqganBot.Generation.Vqgan;
using VqganBot.Training.Packs;

namespace VqganBot.Training.Commands.Options;

/// <summary>The sizes of a VQGAN; the defaults are the built-in pack's.</summary>
internal sealed class VqganNetworkOptions
{
    private static readonly VqganConfig Default = PackNetworks.Vqgan;

    private readonly Option<bool> _gumbel = new("--gumbel") { Description = "Train a GumbelVQ: codes drawn by votes instead of the nearest." };
    private readonly Option<int> _channels = Number("--channels", "Channels of the first level; times each multiplier a multiple of 32 (taming: 128).", Default.Channels);
    private readonly Option<string> _multipliers = new("--multipliers") { Description = "Channels of each level as a multiple of the first's; each level but the last halves the picture (taming f16: 1,1,2,2,4).", DefaultValueFactory = _ => Join(Default.ChannelMultipliers) };
    private readonly Option<int> _blocks = Number("--res-blocks", "Residual blocks a level (taming: 2).", Default.ResBlocks);
    private readonly Option<string?> _attention = new("--attention") { Description = "Resolutions of levels with attention, such as 16 (taming f16 at 256); by default that of the last level, 'none' for none." };
    private readonly Option<int> _codes = Number("--codes", "How many codes the codebook has (taming: 1024 or 16384).", Default.NEmbed);
    private readonly Option<int> _embed = Number("--embed", "Length of a code (taming: 256).", Default.EmbedDim);
    private readonly Option<int> _latent = Number("--z-channels", "Channels between encoder and codes (taming: 256).", Default.ZChannels);
    private readonly Option<int> _patch = Number("--patch", "Fold so many pixels a side into channels first; an extension of ours, 1 is taming's own.", Default.PatchSize);

    public VqganNetworkOptions(Command command)
    {
        foreach (var option in (Option[])[_gumbel, _channels, _multipliers, _blocks, _attention, _codes, _embed, _latent, _patch])
            command.Options.Add(option);
        NumberList.Require(_multipliers, numbers => numbers.Length <= 10);
        _attention.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && text != "none" && !NumberList.TryParse(text, out _))
                result.AddError($"--attention is a list of resolutions such as 16,8, or 'none', and not '{text}'.");
        });
    }

    public VqganConfig Read(ParseResult result, int resolution)
    {
        var config = Default with
        {
            Target = result.GetValue(_gumbel) ? PackNetworks.Gumbel : PackNetworks.Plain,
            Resolution = resolution,
            Channels = result.GetValue(_channels),
            ChannelMultipliers = NumberList.Parse(result.GetValue(_multipliers)!),
            ResBlocks = result.GetValue(_blocks),
            NEmbed = result.GetValue(_codes),
            EmbedDim = result.GetValue(_embed),
            ZChannels = result.GetValue(_latent),
            PatchSize = result.GetValue(_patch),
        };
        return config with
        {
            AttentionResolutions = result.GetValue(_attention) switch
            {
                null => [resolution / config.DownsampleFactor],
                "none" => [],
                { } text => NumberList.Parse(text),
            },
        };
    }

    private static Option<int> Number(string name, string description, int standard) =>
        new(name) { Description = description, DefaultValueFactory = _ => standard };

    private static string Join(IEnumerable<int> numbers) => string.Join(',', numbers);
}
