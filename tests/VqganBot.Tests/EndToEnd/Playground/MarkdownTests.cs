
namespace VqganBot.Tests.EndToEnd.Playground;

/// <summary>Discord's markdown as the page shows it: the page's own module, in the browser, as HTML.</summary>
[Collection(ChromiumTests.Name)]
public sealed class MarkdownTests(ChromiumFixture chromium)
{
    private const string Script =
        """
        async text => {
          const { markdown } = await import('/js/messages/markdown.js');
          const named = sign => id => `${sign}${id}`;
          const box = document.createElement('div');
          box.append(markdown(text, { user: named('@'), role: named('&'), channel: named('#'), command: name => `/${name}` }));
          return box.innerHTML.replaceAll(/ (target|rel|title|role|tabindex|aria-[a-z]+)="[^"]*"/g, '');
        }
        """;

    [Fact]
    public async Task Text_BecomesWhatDiscordShows()
    {
        await using var setup = await PlaygroundSetup.StartAsync(chromium);
        var page = await setup.OpenAsync();

        foreach (var (text, html) in Cases)
            Assert.Equal((text, html), (text, await page.Page.EvaluateAsync<string>(Script, text)));
    }

    private static readonly (string Text, string Html)[] Cases =
    [
        ("plain", "plain"),
        ("**bold** and *italic* and _italic_ and __under__ and ~~gone~~", "<strong>bold</strong> and <em>italic</em> and <em>italic</em> and <u>under</u> and <s>gone</s>"),
        ("***both***", "<strong><em>both</em></strong>"),
        ("**bold *and italic***", "<strong>bold <em>and italic</em></strong>"),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        (@"\*not\* \_this\_ \<@123456789012345678>", "*not* _this_ &lt;@123456789012345678&gt;"),
        ("`a *b* c`", "<code>a *b* c</code>"),
        ("``a ` b``", "<code>a ` b</code>"),
        ("```cs\nint x;\n```after", "<pre><code>int x;</code></pre>after"),
        ("||secret *x*||", "<span class=\"spoiler\"><span>secret <em>x</em></span></span>"),
        ("# Big\n## Less\n### Small\nline", "<h1>Big</h1><h2>Less</h2><h3>Small</h3>line"),
        ("#not a heading", "#not a heading"),
        ("text\n-# small *print*", "text<span class=\"fine\">small <em>print</em></span>"),
        ("> one\n> two\nthree", "<blockquote>one\ntwo</blockquote>three"),
        (">>> one\ntwo", "<blockquote>one\ntwo</blockquote>"),
        ("- one\n- two\n  - deep", "<ul><li>one</li><li>two<ul><li>deep</li></ul></li></ul>"),
        ("1. one\n2. two", "<ol><li>one</li><li>two</li></ol>"),
        ("<@123456789012345678> <@!123456789012345678> <@&123456789012345678> <#123456789012345678>", "@123456789012345678 @123456789012345678 &amp;123456789012345678 #123456789012345678"),
        ("</limits set:123456789012345678>", "/limits set"),
        ("<t:0:d>", "<time class=\"stamp\" datetime=\"1970-01-01T00:00:00.000Z\">1/1/70</time>"),
        ("https://example.org/a_b_c.", "<a href=\"https://example.org/a_b_c\">https://example.org/a_b_c</a>."),
        ("[name](https://example.org)", "<a href=\"https://example.org\">name</a>"),
        ("[name](javascript:alert(1))", "[name](javascript:alert(1))"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("@everyone", "@everyone"),
    ];
}
