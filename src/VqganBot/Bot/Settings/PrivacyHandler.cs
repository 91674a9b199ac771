using VqganBot.Discord.Wire;
using VqganBot.Jobs;

namespace VqganBot.Bot.Settings;

/// <summary><c>/privacy</c>: what is kept, for how long, where it goes, and how to be rid of it.</summary>
internal sealed class PrivacyHandler(JobOptions jobs)
{
    public Task HandleAsync(InteractionContext context, CancellationToken cancellation) =>
        context.AnswerAsync(new MessageBody { Content = Text }, isPrivate: true, cancellation);

    private string Text => $"""
        **What I keep of you**
        • With each picture: your id and name, your words and settings, the start image and the picture itself. For {Days(jobs.RetentionDays)}, or less when the disk fills up; then it is deleted.
        • With each picture a list of numbers that says what is on it, for `/search`; it goes with the picture. What you look for or have described I forget within a day, and the pictures you attach for that at once.
        • Your defaults of `/settings`, until you take them back.
        • For a week how long I painted for you, and for a day after you delete a picture that there was one, so that limits hold. Not what it was.
        • What admins set about you, a limit or a block. And if you are an admin, what you changed here.
        I do not read messages; I see what you say to me by commands, buttons and menus.

        **Where it goes**
        Nowhere. Pictures are painted on the machine that I run on. Only my answers go to Discord, to the place where you asked.

        **How to be rid of it**
        The button Delete under a picture takes that one away, `/forget-me` everything. What I posted in channels stays there until somebody deletes the message.
        """;

    private static string Days(int days) => days == 1 ? "1 day" : $"{days} days";
}
