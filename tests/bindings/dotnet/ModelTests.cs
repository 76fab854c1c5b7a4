using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;

namespace Regelgraf.Tests
{
    internal static class ModelTests
    {
        private const string Upper = "{\"regelgraf\": 1, \"model\": {\"id\": \"land\"}, \"elements\": [{\"id\": \"lov\", \"kind\": \"rule\", \"instrument\": \"act\"}]}";
        private const string Lower = "{\"regelgraf\": 1, \"model\": {\"id\": \"by\", \"extends\": [\"land\"]}, \"elements\": [" +
                                     "{\"id\": \"regel\", \"kind\": \"rule\", \"instrument\": \"procedure\", \"basis\": [\"lov\"]}]}";

        internal static byte[] Packed(string text)
        {
            using (var memory = new MemoryStream())
            {
                using (var packing = new GZipStream(memory, CompressionMode.Compress))
                {
                    byte[] bytes = Encoding.UTF8.GetBytes(text);
                    packing.Write(bytes, 0, bytes.Length);
                }
                return memory.ToArray();
            }
        }

        [Test]
        internal static void AModelSaysWhatItIs()
        {
            Model small = Models.Small;
            Is.Equal("lille", small.Id);
            Is.Equal(8, small.Count);
            Is.True(small.Digest.Length == 64 && small.Digest.All(c => "0123456789abcdef".IndexOf(c) >= 0), "the digest");
            Is.Equal("Model lille, 8 elements", small.ToString());
            Is.Ids("chef g g2 pligt råd sag skema sted", small.Ids);
            Is.True(small.Ids.All(small.Contains), "an id of the model");
            Is.True(!small.Contains("skemaer") && !small.Contains("") && !small.Contains("010190-1234"), "what is no id");
            Is.Thrown<NotSupportedException>(() => ((IList<string>)small.Ids).Add("x"));
            Is.In("Pligt på æøå", small.ElementJson("pligt"));
            Is.Thrown<UnknownElementException>(() => small.ElementJson("pligter"));
            using (Model again = Model.FromText(small.ToJson())) Is.Equal(small.Digest, again.Digest);
        }

        [Test]
        internal static void ItIsTheSameFromFileTextBytesAndGzip() => Models.InFolder(folder =>
        {
            string text = Models.Read("examples/odder/odder.json"), path = Path.Combine(folder, "pakket på ærø 🏛.json.gz");
            File.WriteAllBytes(path, Packed(text));
            foreach (Func<Model> open in new Func<Model>[] { () => Model.FromText(text), () => Model.FromText(Encoding.UTF8.GetBytes(text)),
                                                             () => Model.FromText(Packed(text)), () => Model.Open(path) })
                using (Model model = open()) Is.Equal(Models.Odder.Digest, model.Digest);
        });

        [Test]
        internal static void LayersComeFromMemoryOrFolders() => Models.InFolder(folder =>
        {
            File.WriteAllText(Path.Combine(folder, "land.json"), Upper);
            string digest = null;
            foreach (LoadOptions options in new[] {
                         new LoadOptions { Layers = Models.Facts("land", Upper) },
                         new LoadOptions { Layers = Models.Facts("land", Packed(Upper)) }, new LoadOptions { Folders = new[] { folder } } })
            {
                using (Model model = Model.FromText(Lower, options))
                {
                    Is.Ids("lov regel", model.Ids);
                    Is.Equal(digest ?? model.Digest, model.Digest);
                    digest = model.Digest;
                }
            }
            InvalidModelException refused = Is.Thrown<InvalidModelException>(() => Model.FromText(Lower));
            Is.In("`dk`", refused.Findings[0].Advice.En);
            Is.Thrown<ArgumentException>(() => Model.FromText(Lower, new LoadOptions { Layers = Models.Facts("land", 7) }));
        });

        [Test]
        internal static void ASnapshotIsTheSameModel() => Models.InFolder(folder =>
        {
            string path = Path.Combine(folder, "æøå.rgs");
            Models.Small.SaveSnapshot(path);
            using (Model again = Model.Open(path)) Is.Equal(Models.Small.WhatBreaks("skema"), again.WhatBreaks("skema"));
            File.WriteAllBytes(path, File.ReadAllBytes(path).Skip(1).ToArray());
            Is.Thrown<InvalidModelException>(() => Model.Open(path));
            Is.Thrown<UnreadableException>(() => Models.Small.SaveSnapshot(Path.Combine(folder, "no/such/folder.rgs")));
        });

        [Test]
        internal static void LimitsAndPersonalData()
        {
            const string text = "{\"regelgraf\": 1, \"model\": {\"id\": \"m\"}, \"elements\": [{\"id\": \"a\", \"kind\": \"matter\", \"name\": \"010190-1234\"}]}";
            InvalidModelException refused = Is.Thrown<InvalidModelException>(() => Model.FromText(text));
            Is.Equal("personal_data", refused.Findings[0].Code);
            Is.True(refused.ToString().IndexOf("010190", StringComparison.Ordinal) < 0, "it is not repeated, that");
            Model.FromText(text, new LoadOptions { AllowPersonalData = true }).Dispose();
            Is.Thrown<TooLargeException>(() => Model.FromText(text, new LoadOptions { MaxBytes = 20 }));
        }

        [Test]
        internal static void ARefusedModelHasEveryFinding()
        {
            InvalidModelException error = Is.Thrown<InvalidModelException>(
                () => Model.FromText("{\"regelgraf\": 1, \"model\": {\"id\": \"m\"}, \"elements\": [\n{\"id\": \"a\", \"kind\": \"matter\"},\n" +
                                     "{\"id\": \"a\", \"kind\": \"matter\", \"broader\": \"ø\"}]}"));
            Is.Equal(Status.InvalidModel, error.Status);
            Is.Ids("3:a:error 3:a:error", error.Findings.Select(one => $"{one.Line}:{one.Element}:{one.Severity}"));
            Is.True(error.Findings.All(one => one.Column > 0 && one.Text.Da != "" && one.Text.En != one.Text.Da), "every finding");
            Is.In("(and 1 more)", error.Message);
            Is.True(error.At == "" && error.Advice != "", "at and advice");
        }

        [Test]
        internal static IEnumerable<Case> APathThatLeadsNowhere()
        {
            foreach (string path in new[] { "no such file.json", "." })
                yield return new Case(path, () => Is.Thrown<UnreadableException>(() => Model.Open(path)));
            foreach (string path in new[] { "", "-", "examples/odder/odder.json\0.txt" })
                yield return new Case(path.Replace("\0", "NUL"), () => Is.Thrown<InvalidArgumentException>(() => Model.Open(path)));
            yield return new Case("null", () => Is.Thrown<ArgumentNullException>(() => Model.Open(null)));
        }

        [Test]
        internal static void TheLogIsToldAndMayThrow()
        {
            var lines = new List<string>();
            var options = new LoadOptions { Log = (level, line) => lines.Add(level + " " + line) };
            Model.FromText(Models.SmallText, options).Dispose();
            Is.True(lines.Count > 0 && lines.All(one => one.StartsWith("Info ")), "the lines of a good model");
            Is.True(lines.Any(one => one.Contains("lille")), "a line that names the model");
            lines.Clear();
            options.LogLevel = LogLevel.Error;
            Model.FromText(Models.SmallText, options).Dispose();
            Is.Equal(0, lines.Count, "no line");
            Is.Thrown<InvalidModelException>(() => Model.FromText("{\"regelgraf\": 1, \"model\": {\"id\": \"æ\"}, \"elements\": [{}]}", options));
            Is.True(lines.Count > 0 && lines.All(one => one.StartsWith("Error ")), "the lines of a bad one");
            options = new LoadOptions { Log = (level, line) => throw new DivideByZeroException("mine") };
            Is.Equal("mine", Is.Thrown<DivideByZeroException>(() => Model.FromText(Models.SmallText, options)).Message);
        }

        [Test]
        internal static void ADraftBecomesAModel()
        {
            using (var draft = new Draft("{\"id\": \"kladde\", \"name\": \"Kladde på æøå\"}"))
            {
                Is.True(!draft.Add("{\"id\": \"a\", \"kind\": \"rule\", \"instrument\": \"procedure\"}"), "it is new, that it was there");
                Is.True(!draft.Add(new Dictionary<string, object> { ["id"] = "b", ["kind"] = "rule", ["instrument"] = "procedure", ["needs"] = new[] { "a" } }));
                Is.True(draft.Add("{\"id\": \"a\", \"kind\": \"rule\", \"instrument\": \"instruction\"}"), "it takes the place, that it was there");
                Is.Equal(2, draft.Count);
                Is.Thrown<InvalidModelException>(() => draft.Add("{\"id\": \"c\", \"kind\": \"nothing\"}"));
                using (Model model = draft.Freeze())
                {
                    Is.Ids("a b", model.Ids);
                    Is.Ids("b", model.WhatBreaks("a").Broken);
                    draft.Remove("a");
                    Is.Equal(1, draft.Count);
                    Is.Equal(2, model.Count, "the model made before");
                }
                Is.Thrown<InvalidModelException>(() => draft.Freeze());
                Is.Thrown<UnknownElementException>(() => draft.Remove("a"));
                draft.SetHead(new Dictionary<string, object> { ["id"] = "anden" });
                draft.Add("{\"id\": \"a\", \"kind\": \"rule\", \"instrument\": \"procedure\"}");
                using (Model model = draft.Freeze()) Is.Equal("anden", model.Id);
            }
            Is.Thrown<InvalidModelException>(() => new Draft("{}"));
            Is.Thrown<InvalidModelException>(() => new Draft("{\"id\": \"x\", \"extends\": [\"nowhere\"]}"));
        }

        [Test]
        internal static void AModelIsChangedByADraftOfIt()
        {
            using (Draft draft = Models.Odder.Draft())
            {
                using (Model same = draft.Freeze()) Is.Equal(Models.Odder.Digest, same.Digest);
                draft.Remove("afvigelsesliste");
                using (Model model = draft.Freeze())
                {
                    Is.Ids("afvigelsesliste:removed", Models.Odder.Diff(model).Elements.Where(one => one.Id == "afvigelsesliste").Select(one => one.Id + ":" + one.Change));
                    Is.True(!model.Contains("afvigelsesliste") && Models.Odder.Contains("afvigelsesliste"));
                }
                draft.Dispose();
                draft.Dispose();
                Is.Thrown<ObjectDisposedException>(() => draft.Remove("x"));
                Is.Thrown<ObjectDisposedException>(() => draft.Count.ToString());
            }
        }
    }
}
