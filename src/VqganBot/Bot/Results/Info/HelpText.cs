namespace VqganBot.Bot.Results;

/// <summary>The help, topic by topic; each fits into one message.</summary>
internal static class HelpText
{
    /// <param name="topic">One of <see cref="Commands.CommandDefinitions.HelpTopics"/>; anything else is the first page.</param>
    public static string Of(string? topic, CommandMentions say) => topic switch
    {
        "pictures" =>
            $"""
            ## 🖼️ Pictures
            {say["imagine"]} takes a few words and turns noise into a picture of them, step by step, before your eyes.
            - **style** adds a manner of painting: *watercolour*, *ink drawing*, *unreal engine* …
            - **negative** is what shall not be seen.
            - **size** such as `128x96`, or *square*, *portrait*, *landscape*.
            - **steps**: more is finer and slower. You can press **Keep** as soon as you like what you see.
            - **seed**: the same seed and settings give the same picture.
            - **mode** `draft` sketches in seconds and shows the best four; **Refine** paints the one you like.
            - **count** paints several and shows them as one grid; **V1**, **V2** … vary that one.
            - **image** begins from your picture; **strength** says how far to go from it.
            - **private** shows it to you alone.
            {say["blend"]} paints what looks like two to five pictures at once.
            {say["variation"]} starts from an earlier picture of yours, of any age. {say["info"]} tells every setting of one.
            """,
        "prompts" =>
            $"""
            ## ✍️ Prompts
            Name things, then how they look: *a red lighthouse in the snow, watercolour*.
            - Parts with weights: `a castle:1 | neon lights:0.5 | blurry:-0.3`. A part of negative weight is avoided.
            - One after the other: parts joined by `^` are painted as a story, each for its share of the steps.
            - Short beats long: CLIP reads about 60 words and then stops.
            - Words of style are strong. *Trending on artstation* is not a joke.
            - No words at all? {say["describe"]} says what a picture shows, and paints from that.
            - Nothing like what you meant? **Re-roll** for another seed, **Remix** for other words.
            """,
        "buttons" =>
            """
            ## 🔘 Buttons and menus
            While it is painted: **Keep as it is** ends it and takes what is there, **Stop** throws it away.
            Under a finished picture:
            - 🔀 **Variations**, or **V1** … **V9** under a grid: the same idea, another picture.
            - 🎲 **Re-roll**: the same words, another seed. ✏️ **Remix**: change the words first.
            - ➕ **More steps**: goes on where it ended.
            - 🔍 **Upscale** ×2 and ×4. 🎞️ **Timelapse**: the film of how it came to be.
            - **Refine 1** … **4** under drafts: paints that one. **Keep as they are** shows each by itself.
            - ℹ️ **Info**: all settings. 🗑️ **Delete**: the picture, its files and its message.
            Right-click a message, or hold it, and choose *Apps*: **Use as start image**, **Make variations**, **Picture info**, **Describe picture**.
            Buttons work for ever, whatever happens to me meanwhile. Only you and the moderators can stop or delete yours.
            """,
        "queue" =>
            $"""
            ## ⏳ Queue and limits
            There is one easel, so pictures wait in line. Whoever has used it least lately goes first: nobody has to wait behind somebody's twenty.
            - {say["status"]} shows the line, your places in it, and what is left of your limits.
            - {say["cancel"]} takes one of yours out.
            - {say["history"]} lists all you have asked for, {say["gallery"]} what others have painted here.
            - {say["search"]} finds pictures by what is on them, in words or like a picture; you find only what you may see.
            If I am restarted, nothing is lost: a picture goes on from the step it had reached.
            """,
        "settings" =>
            $"""
            ## ⚙️ Settings and privacy
            - {say["settings set"]} keeps your own defaults: size, preset, words of style added to each prompt, private or not. {say["settings show"]} and {say["settings reset"]} do what they say.
            - {say["privacy"]} tells what is kept of you and for how long.
            - {say["forget-me"]} deletes all of it.
            """,
        "admin" =>
            $"""
            ## 🛠️ For admins
            - {say["limits show"]}, {say["limits set"]}, {say["limits reset"]}: what people may ask of me, for everyone, a role, a person or a channel.
            - {say["queue pause"]}, {say["queue resume"]}, {say["queue clear"]}, {say["queue bump"]}: rule the line.
            - {say["block user"]}, {say["block word"]}, {say["block channel"]}, {say["block list"]}: who and what is refused.
            - {say["audit"]}: who of you did what.
            These need the right to manage the server. Which roles see which command is set under *Server settings → Integrations*.
            """,
        _ =>
            $"""
            ## 🎨 I paint what you say
            Type {say["imagine"]}, give me a few words, *chicken surf* say, and watch the picture form. It takes from seconds to some minutes.
            Then play: **Variations**, **Remix**, **More steps**, **Timelapse** are under every picture.

            More: {say["help"]} with a topic
            - **Pictures**: size, steps, seeds, grids, start images
            - **Prompts**: weights, things to avoid, stories
            - **Buttons and menus**: what they do
            - **Queue and limits**: who is next, and {say["status"]}
            - **Settings and privacy**: your defaults, your data
            - **For admins**
            """,
    };
}
