using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Regelgraf.Tests
{
    /// <summary>The shared cases: each asked as JSON and, where there is one, by the typed call, which says the same.</summary>
    internal static class CaseTests
    {
        private static readonly string[] Files =
        {
            "examples/aalborg/cases.json", "examples/egedal/cases.json", "examples/fredensborg/cases.json",
            "examples/frederikshavn/cases.json", "examples/gladsaxe/cases.json", "examples/hoeje-taastrup/cases.json",
            "examples/horsens/cases.json", "examples/odder/cases.json", "examples/soroe/cases.json", "src/layers/dk.cases.json",
            "tests/layers/bare.cases.json"
        };

        [Test]
        internal static IEnumerable<Case> Cases()
        {
            foreach (string file in Files)
            {
                IReadOnlyDictionary<string, object> held = Json.ReadObject(Models.Read(file));
                var model = new Lazy<Model>(
                    () => Model.Open(Path.Combine(Path.GetDirectoryName(Models.At(file)), (string)held["model"])));
                foreach (IReadOnlyDictionary<string, object> one in (IReadOnlyList<object>)held["cases"])
                {
                    var ask = (IReadOnlyDictionary<string, object>)one["ask"];
                    yield return new Case(Path.GetFileName(Path.GetDirectoryName(file)) + " " + one["name"],
                                          () => Holds(model.Value, ask, one["expect"]));
                }
            }
        }

        [Test]
        internal static IEnumerable<Case> Questions()
        {
            foreach (string example in new[] { "odder", "soroe" })
                foreach (string line in Models.Read($"examples/{example}/questions.jsonl").Split('\n').Where(one => one != ""))
                    yield return new Case(example + " " + line, () => SaysTheSame(example == "odder" ? Models.Odder : Models.Soroe,
                                                                                 Json.ReadObject(line)));
        }

        [Test]
        internal static void EveryFileOfCasesIsAsked()
        {
            IEnumerable<string> there = new[] { "examples", "src/layers", "tests/layers" }
                .SelectMany(folder => Directory.GetFiles(Models.At(folder), "*cases.json", SearchOption.AllDirectories))
                .Select(file => file.Substring(Runner.Root.Length + 1).Replace('\\', '/'));
            Is.Ids(string.Join(" ", Files.OrderBy(one => one, StringComparer.Ordinal)), there.OrderBy(one => one, StringComparer.Ordinal));
        }

        [Test]
        internal static void APlantedDifferenceIsSeen()
        {
            foreach (string pair in new[] { "{'a':1}|{'a':2}", "{'a':1}|{}", "{'a':{}}|{'a':[]}", "[1]|[1,2]", "[1]|[2]", "[]|null", "true|1", "'a'|'b'",
                                            "[{'a':[1]}]|[{'a':[1,1]}]" })
            {
                object[] two = pair.Replace('\'', '"').Split('|').Select(Json.Read).ToArray();
                Is.Equal(1, Differences(two[0], two[1], "").Count(), pair);
            }
            Is.Equal(0, Differences(Json.Read("{\"a\":[{\"b\":1}]}"), Json.Read("{\"a\":[{\"b\":1.0,\"c\":2}],\"d\":3}"), "").Count());
        }

        private static void Holds(Model model, IReadOnlyDictionary<string, object> ask, object expect)
        {
            string answer = SaysTheSame(model, ask);
            Is.Equal("", string.Join("\n", Differences(expect, Json.Read(answer), "answer")));
        }

        /// <summary>The answer to a question; the typed call, where there is one for it, gives the same bytes.</summary>
        private static string SaysTheSame(Model model, IReadOnlyDictionary<string, object> ask)
        {
            var asked = ask.ToDictionary(one => one.Key, one => one.Value);
            asked.Remove("id");
            if (asked.ContainsKey("detail") || (string)ask["ask"] == "what_breaks" || (string)ask["ask"] == "what_if") asked["detail"] = "full";
            string answer = model.Ask(Json.Write(asked));
            try
            {
                string typed = Typed(model, new Said(ask));
                if (typed != null) Is.Equal(answer, typed);
            }
            catch (RegelgrafException error)
            {
                Said said = Answer.Read(answer).Object("error");
                Is.Equal(said.Text("message"), error.Message);
                Is.Equal(said.TextOrNull("at") ?? "", error.At);
                Is.Equal(said.Text("code").Replace("_", ""), error.Status.ToString().ToLowerInvariant());
            }
            return model.Ask(Json.Write(ask));
        }

        private static string Typed(Model model, Said ask)
        {
            string unit = ask.TextOrNull("unit"), date = ask.TextOrNull("date"), within = ask.TextOrNull("within");
            IReadOnlyList<string> disqualified = ask.Ids("disqualified"), absent = ask.Ids("absent");
            Dictionary<string, object> facts = ask.Has("facts") ? ask.Object("facts").Fields.ToDictionary(one => one.Key, one => one.Value) : null;
            switch (ask.Text("ask"))
            {
                case "what_breaks": return model.WhatBreaks(ask.Ids("remove"), within, date).Json;
                case "what_if": return model.WhatIf(Json.Write(ask.Fields.Where(one => one.Key != "ask" && one.Key != "id" && one.Key != "detail").ToDictionary(one => one.Key, one => one.Value))).Json;
                case "who_decides": return model.WhoDecides(ask.TextOrNull("power"), TargetOf(ask), unit, date, facts, disqualified, absent).Json;
                case "may": return model.May(ask.Text("actor"), ask.TextOrNull("power"), TargetOf(ask), unit, date, facts, disqualified, absent).Json;
                case "what_may":
                    return model.WhatMay(ask.Text("actor"), ask.Has("powers") ? ask.Ids("powers") : null, ask.Has("kinds") ? ask.Ids("kinds") : null,
                                         ask.TextOrNull("by") ?? "id", unit, date, facts, disqualified, absent).Json;
                case "why": return model.Why(ask.Text("element"), date).Json;
                case "check": return model.Check(date).Json;
                case "burden": return model.Burden(ask.Text("by"), within, date).Json;
                case "cuts": return model.Cuts(ask.Text("element"), ask.Text("to"), ask.Has("at_most") ? ask.Int("at_most") : 100, null, date).Json;
                case "rank":
                    return model.Rank(ask.Text("by"), ask.Has("top") ? (int?)ask.Int("top") : null, ask.Has("among") ? ask.Ids("among") : null, date).Json;
                case "removal_plan": return model.RemovalPlan(ask.Ids("remove"), unit, date, facts, disqualified, absent).Json;
                case "journal_note":
                    return model.JournalNote(ask.TextOrNull("power"), TargetOf(ask), ask.TextOrNull("actor"), ask.TextOrNull("case_no"), ask.TextOrNull("made"),
                                             ask.TextOrNull("language") ?? "da", ask.BoolOrFalse("internal"), unit, date, facts, disqualified, absent).Json;
                default: return null;
            }
        }

        private static Target TargetOf(Said ask)
        {
            if (ask.TextOrNull("target") != null) return ask.Text("target");
            return Target.Kle(ask.Object("target").Text("kle"), ask.Object("target").TextOrNull("facet"));
        }

        /// <summary>Where `got` does not hold what is expected: of an object the fields named, of a list every entry, else the value.</summary>
        internal static IEnumerable<string> Differences(object expected, object got, string at)
        {
            if (expected is IReadOnlyDictionary<string, object> fields)
            {
                if (!(got is IReadOnlyDictionary<string, object> has)) return new[] { $"{at} is {Json.Write(got)}, not an object" };
                return fields.SelectMany(one => has.ContainsKey(one.Key) ? Differences(one.Value, has[one.Key], at + "." + one.Key)
                                                                         : new[] { $"{at}.{one.Key} is missing" });
            }
            if (expected is IReadOnlyList<object> list)
            {
                if (!(got is IReadOnlyList<object> has) || has.Count != list.Count)
                    return new[] { $"{at} is {Json.Write(got)}, not {Json.Write(expected)}" };
                return list.SelectMany((one, i) => Differences(one, has[i], $"{at}[{i}]"));
            }
            return Equals(expected, got) ? new string[0] : new[] { $"{at} is {Json.Write(got)}, not {Json.Write(expected)}" };
        }
    }
}
