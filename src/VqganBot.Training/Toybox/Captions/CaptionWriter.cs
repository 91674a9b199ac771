namespace VqganBot.Training.Toybox.Captions;

/// <summary>Says what a picture shows in ever other words, now more and now less of it.</summary>
internal sealed class CaptionWriter(ToyRandom random)
{
    public ToyCaption Write(ToyPicture picture)
    {
        var style = random.Chance(picture.Style == ToyStyle.Plain ? 0.06 : 0.7);
        var (text, meaning) = picture.Main is null ? Scenery(picture) : WithSubject(picture);
        if (style)
        {
            text = string.Format(null, random.Pick(Vocabulary.Frames(picture.Style)), text, WithoutArticle(text));
            // A plain drawing is what all captions mean unless they say otherwise; its frames claim nothing.
            meaning = meaning with { Style = picture.Style == ToyStyle.Plain ? null : picture.Style };
        }

        return new ToyCaption(Tidy(text), meaning);
    }

    private (string Text, CaptionMeaning Meaning) WithSubject(ToyPicture picture)
    {
        if (random.Chance(0.06) && picture.Scene != ToyScene.Plain)
            return Scenery(picture);
        var (subject, meaning) = picture.IsPair ? Pair(picture) : Subject(picture);
        if (!random.Chance(picture.Scene == ToyScene.Plain ? 0.12 : 0.72))
            return (subject, meaning);

        var place = random.Pick(Vocabulary.Places(picture.Scene));
        var bare = random.Pick(Vocabulary.Bare(picture.Scene));
        var text = random.Unit() switch
        {
            < 0.58 => $"{subject} {place}",
            < 0.66 => $"{place}, {subject}",
            < 0.74 => $"{Article(bare)} {bare} with {subject}",
            < 0.82 => $"{subject}, {bare}",
            < 0.94 => $"{WithoutArticle(subject)} {bare}",
            _ => $"{bare} {WithoutArticle(subject)}",
        };
        return (text, meaning with { Scene = picture.Scene });
    }

    private (string Text, CaptionMeaning Meaning) Scenery(ToyPicture picture)
    {
        var bare = random.Pick(Vocabulary.Bare(picture.Scene));
        var text = random.Unit() switch
        {
            < 0.4 => $"the {bare}",
            < 0.6 => bare,
            < 0.8 => $"{Article(bare)} {bare}",
            _ => Determined($"{random.Pick(Vocabulary.Adjectives)} {bare}"),
        };
        return (text, new CaptionMeaning(Scene: picture.Scene));
    }

    private (string Text, CaptionMeaning Meaning) Subject(ToyPicture picture)
    {
        var main = picture.Things[0];
        if (picture.Count == 1)
        {
            var (phrase, colour) = Phrase(main, many: false);
            return (Determined(phrase), new CaptionMeaning(main.Object, colour));
        }

        var counted = random.Chance(0.7);
        var number = !counted ? random.Pick("", "", "some ", "several ", "many ")
            : picture.Count == 2 ? random.Pick("two ", "two ", "2 ", "a pair of ", "a couple of ")
            : random.Pick("three ", "three ", "3 ", "a trio of ");
        if (picture.IsColourful)
        {
            var told = random.Chance(0.6);
            var noun = random.Pick(Vocabulary.Nouns(main.Object)).Many;
            var words = told ? $"{number}{random.Pick(Vocabulary.Colourful)} {noun}" : $"{number}{noun}";
            return (words, new CaptionMeaning(main.Object, null, counted ? picture.Count : CaptionMeaning.Several, told));
        }

        var (plural, shared) = Phrase(main, many: true);
        return ($"{number}{plural}", new CaptionMeaning(main.Object, shared, counted ? picture.Count : CaptionMeaning.Several));
    }

    private (string Text, CaptionMeaning Meaning) Pair(ToyPicture picture)
    {
        var (first, second, relation) = (picture.Things[0], picture.Things[1], picture.Relation);
        if (random.Chance(0.3))
        {
            (first, second) = (second, first);
            relation = relation switch { ToyRelation.On => ToyRelation.Under, ToyRelation.Under => ToyRelation.On, _ => relation };
        }

        var (a, colourA) = Phrase(first, many: false);
        var (b, colourB) = Phrase(second, many: false);
        var meaning = new CaptionMeaning(first.Object, colourA, 0, false, relation, second.Object, colourB);
        if (relation == ToyRelation.On && second.Object == ToyObject.Wave && colourB is null && random.Chance(0.6))
        {
            var surf = random.Unit() switch { < 0.3 => $"{a} surf", < 0.6 => $"{a} surfing", < 0.8 => $"surfing {a}", _ => $"{Determined(a)} surfing on {Determined(b)}" };
            return (surf, meaning);
        }

        // Two bare nouns side by side say that both are there, not how they stand.
        return random.Chance(0.12)
            ? ($"{a} {b}", meaning with { Relation = ToyRelation.None })
            : ($"{Determined(a)} {random.Pick(Vocabulary.Joiners(relation))} {Determined(b)}", meaning);
    }

    /// <summary>Adjectives and noun; the colour is told oftener where it is not what one expects.</summary>
    private (string Text, ToyColour? Colour) Phrase(ToyThing thing, bool many)
    {
        var (one, plural) = random.Pick(Vocabulary.Nouns(thing.Object));
        var text = many ? plural : one;
        var told = random.Chance(thing.Colour == ToyColours.Natural(thing.Object) ? 0.4 : 0.8);
        if (told)
            text = $"{random.Pick(Vocabulary.Words(thing.Colour))} {text}";
        if (random.Chance(0.1))
            text = $"{random.Pick(Vocabulary.Adjectives)} {text}";
        return (text, told ? thing.Colour : null);
    }

    private string Determined(string phrase) => random.Unit() switch
    {
        < 0.6 => $"{Article(phrase)} {phrase}",
        < 0.75 => $"the {phrase}",
        _ => phrase,
    };

    private static string Article(string phrase) =>
        phrase is "woods" or "dunes" or "mountains" or "alps" ? "the" : "aeiou".Contains(phrase[0], StringComparison.Ordinal) ? "an" : "a";

    private static string WithoutArticle(string phrase)
    {
        foreach (var article in (string[])["a ", "an ", "the "])
        {
            if (phrase.StartsWith(article, StringComparison.Ordinal))
                return phrase[article.Length..];
        }

        return phrase;
    }

    private string Tidy(string text) => random.Chance(0.08) ? char.ToUpperInvariant(text[0]) + text[1..] + (random.Chance(0.5) ? "." : "") : text;
}
