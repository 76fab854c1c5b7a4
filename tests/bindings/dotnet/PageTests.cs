using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Xml.Linq;

namespace Regelgraf.Tests
{
    /// <summary>Pictures, worksheets and the report.</summary>
    internal static class PageTests
    {
        [Test]
        internal static void APictureInEachFormat()
        {
            Picture picture = Models.Odder.PictureOfWhatBreaks(new[] { "afgoerelse-skabelon" }, language: "en");
            Is.True(picture.Dot().StartsWith("digraph regelgraf {", StringComparison.Ordinal));
            Is.True(picture.Mermaid().StartsWith("flowchart TB\n  accTitle: What breaks without", StringComparison.Ordinal));
            XNamespace graphml = "http://graphml.graphdrawing.org/xmlns";
            Is.Ids("afgoerelse-skabelon ret-begrundelse",
                   XDocument.Parse(picture.GraphMl()).Descendants(graphml + "node").Select(node => node.Elements(graphml + "data").First().Value).OrderBy(id => id, StringComparer.Ordinal));
        }

        [Test]
        internal static IEnumerable<Case> EverythingCanBeDrawn()
        {
            var facts = Models.Facts("amount", 30000);
            var asked = new Dictionary<string, Func<Picture>>
            {
                ["the model"] = () => Models.Odder.Picture(),
                ["two steps"] = () => Models.Odder.Picture(new[] { "ugenotat" }, 2),
                ["why"] = () => Models.Odder.PictureOfWhy("ugenotat"),
                ["what breaks"] = () => Models.Odder.PictureOfWhatBreaks(new[] { "ugenotat", "visitationsmodel" }, "bofaellesskab"),
                ["who decides"] = () => Models.Odder.PictureOfWhoDecides("decide", "27.36.12", "bostoette", new DateTime(2026, 1, 1), facts),
                ["by KLE"] = () => Models.Odder.PictureOfWhoDecides("decide", Target.Kle("27.36.12"), absent: new[] { "socialchef" }),
                ["delegation"] = () => Models.Odder.PictureOfDelegation(),
                ["of a grant"] = () => Models.Odder.PictureOfDelegation("g-socialchef")
            };
            foreach (KeyValuePair<string, Func<Picture>> one in asked)
                yield return new Case(one.Key, () =>
                {
                    if (!Draws(one.Value(), out string drawn)) return;
                    Is.Equal("img", (string)XDocument.Parse(drawn).Root.Attribute("role"));
                    Is.True(drawn == one.Value().Svg(), "the same again, that it is");
                });
        }

        /// <summary>false: there is no Graphviz here, and that is said.</summary>
        private static bool Draws(Picture picture, out string drawn)
        {
            drawn = null;
            try
            {
                drawn = picture.Svg();
                return true;
            }
            catch (FileNotFoundException error)
            {
                Is.In("apt install graphviz", error.Message);
                return false;
            }
        }

        [Test]
        internal static void WithoutDotThereIsNoDrawing()
        {
            string path = Environment.GetEnvironmentVariable("PATH");
            Environment.SetEnvironmentVariable("PATH", "/nowhere");
            try
            {
                Is.True(!Draws(Models.Odder.Picture(new[] { "ugenotat" }), out string drawn), "it was refused, that");
            }
            finally
            {
                Environment.SetEnvironmentVariable("PATH", path);
            }
        }

        [Test]
        internal static IEnumerable<Case> ALayoutOfSomethingElseIsRefused()
        {
            Picture picture = Models.Odder.Picture(new[] { "ugenotat" });
            if (!Draws(picture, out string drawn)) yield break;
            string good = Picture.Placed(picture.As("placing"));
            Is.Equal(drawn, picture.As("svg", good));
            foreach (string damaged in new[] { "", good.Replace("node n0", "node n1"), good.Replace("n0", "n9999999"), good.Substring(0, good.Length / 2), good.Replace(".", "e9"),
                                               good.Replace("edge", "node"), good.Replace("graph 1", "graph 1 nan"), new string('\0', 1000), good.Replace("node", "n\u00e6de") })
                yield return new Case("layout", () => Is.Thrown<InvalidQuestionException>(() => picture.As("svg", damaged)));
            yield return new Case("dot says what is no graph", () => Is.In("syntax error", Is.Thrown<IOException>(() => Picture.Placed("graph {{")).Message));
        }

        [Test]
        internal static void APictureIsSavedByTheEndingOfItsName() => Models.InFolder(folder =>
        {
            Picture picture = Models.Odder.Picture(new[] { "ugenotat" });
            foreach (KeyValuePair<string, string> one in new Dictionary<string, string>
                     { [".dot"] = picture.Dot(), [".gv"] = picture.Dot(), [".graphml"] = picture.GraphMl(), [".mmd"] = picture.Mermaid() })
            {
                string path = Path.Combine(folder, "billede" + one.Key);
                picture.Save(path);
                Is.Equal(one.Value, File.ReadAllText(path));
                Is.True(File.ReadAllBytes(path)[0] != 0xEF, "no mark before the text, that there is");
            }
            Is.In(".graphml", Is.Thrown<ArgumentException>(() => picture.Save(Path.Combine(folder, "a.png"))).Message);
        });

        [Test]
        internal static void WhatIsWrongWithAPictureIsThrownWhenItIsWritten()
        {
            Is.Thrown<UnknownElementException>(() => Models.Odder.Picture(new[] { "findes ikke" }).Dot());
            Is.Thrown<InvalidQuestionException>(() => Models.Odder.PictureOfDelegation("ugenotat").Dot());
            Is.Thrown<InvalidQuestionException>(() => Models.Odder.Picture(language: "de").Mermaid());
            Is.Thrown<PersonalDataException>(() => Models.Odder.Picture(new[] { "010190-1234" }).Dot());
            Is.Thrown<TooLargeException>(() => Models.Chain.Picture().Svg());
            Is.Thrown<ArgumentNullException>(() => Models.Odder.PictureOfWhoDecides("decide", null));
            Model model = Model.FromText(Models.SmallText);
            Picture picture = model.Picture();
            Is.In("digraph", picture.Dot());
            model.Dispose();
            Is.Thrown<ObjectDisposedException>(() => picture.Dot());
        }

        [Test]
        internal static void SheetsForAWorkingGroup() => Models.InFolder(folder =>
        {
            Worksheets sheets = Models.Odder.Worksheets("bofaellesskab", new[] { "ugenotat" });
            Is.Equal(12, sheets.Count);
            Is.True(sheets.Select(one => one.Step).SequenceEqual(sheets.Select(one => one.Step).OrderBy(step => step)), "in the order of the steps, that they are");
            foreach (Worksheet one in sheets) Is.Equal(one.Pages, Regex.Matches(one.Html, "<section class=\"page\">").Count, one.Sheet);
            IReadOnlyList<string> paths = sheets.Save(Path.Combine(folder, "ark"));
            Is.True(paths.Count == 12 && paths.Any(path => path.EndsWith("06-loesning.html", StringComparison.Ordinal)));
            Is.Equal(sheets[0].Html, File.ReadAllText(paths[0]));
            Is.Ids("time_log evaluation", Models.Odder.Worksheets("bofaellesskab", step: 5, language: "en").Select(one => one.Sheet));
            Is.Ids("learning", Models.Odder.Worksheets("bofaellesskab", sheets: new[] { "learning" }).Select(one => one.Sheet));
            Is.Thrown<InvalidQuestionException>(() => Models.Odder.Worksheets("ugenotat"));
            Is.Thrown<UnknownElementException>(() => Models.Odder.Worksheets("bofaellesskab", new[] { "nix" }));
            Is.Thrown<TooLargeException>(() => Models.Odder.Worksheets("bofaellesskab", Enumerable.Repeat("ugenotat", 13)));
        });

        [Test]
        internal static void TheReportIsOnePage()
        {
            string page = Models.Odder.Report();
            Is.True(page.StartsWith("<!doctype html>", StringComparison.Ordinal) && page == Models.Odder.Report());
            Is.In("<html lang=\"en\">", Models.Odder.Report("en", new DateTime(2026, 1, 1)));
            using (Review review = ReviewTests.Whole()) Is.True(Models.Odder.Report(review: review) != page, "the review is shown, that");
            string tried = Models.Odder.Report(engine: new byte[] { 65, 66, 67 });
            Is.True(!page.Contains("wasm-unsafe-eval") && tried.Contains("wasm-unsafe-eval") && tried.Contains("QUJD"), "the engine is on the page, that");
            Is.Thrown<InvalidQuestionException>(() => Models.Odder.Report("de"));
            Is.Thrown<InvalidQuestionException>(() => Models.Odder.Report(date: "2026-02-30"));
            Is.Thrown<CancelledException>(() => Models.Odder.Report(deadline: TimeSpan.Zero));
            using (var source = new CancellationTokenSource())
            {
                source.Cancel();
                Is.Thrown<OperationCanceledException>(() => Models.Odder.Report(cancellationToken: source.Token));
            }
        }
    }
}
