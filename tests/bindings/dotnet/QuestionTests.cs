using System;
using System.Collections.Generic;
using System.Linq;

namespace Regelgraf.Tests
{
    internal static class QuestionTests
    {
        private static readonly Model small = Models.Small, odder = Models.Odder;

        [Test]
        internal static void WhatBreaks()
        {
            Breaks breaks = small.WhatBreaks("skema", within: "sted", date: new DateTime(2024, 2, 29, 23, 59, 0));
            Is.Ids("skema", breaks.Removed);
            Is.Equal("sted", breaks.Within);
            Is.Equal("2024-02-29", breaks.Date);
            Is.Ids("pligt", breaks.Broken);
            Is.Ids("pligt", breaks.UnmetDuties);
            Is.Ids("", breaks.Lapsed);
            Is.Ids("skema", breaks.Unexamined);
            Is.Ids("skema pligt", breaks.Through["pligt"]);
            Is.Equal(new Hours(0, 0, 0), breaks.Hours["removed"]);
            Is.In("Pligt på æøå", breaks.Text.Da);
            Is.Equal(breaks, small.WhatBreaks(new[] { "skema", "skema" }, "sted", "2024-02-29"));
            Is.Equal(breaks.GetHashCode(), small.WhatBreaks("skema", "sted", (DateTime?)new DateTime(2024, 2, 29)).GetHashCode());
            Is.True(!breaks.Equals(small.WhatBreaks("skema")), "another answer, that");
            Is.Ids("", small.WhatBreaks(new string[0]).Removed);
            Is.Thrown<NotSupportedException>(() => ((IList<string>)breaks.Broken).Clear());
            Is.Thrown<NotSupportedException>(() => ((IDictionary<string, Hours>)breaks.Hours).Clear());
            Is.Thrown<NotSupportedException>(() => ((IDictionary<string, object>)breaks.ToDictionary()).Clear());
            Is.Equal("full", new Said(Json.Read(odder.Ask("{\"ask\":\"what_breaks\",\"remove\":[\"ugenotat\"],\"detail\":\"full\",\"id\":\"full\"}"))).Text("id"));
            Is.True(odder.WhatBreaks("dk:root").Authority.Any(moved => moved.After.Count == 0), "a gap");
        }

        [Test]
        internal static void WhatIf()
        {
            WhatIf answer = small.WhatIf(
                new[] { "skema" },
                new[] { Models.Facts("id", "kort", "kind", "rule", "instrument", "procedure", "burden", Models.Facts("minutes", 60, "times_per_year", 2)),
                        Models.Facts("id", "senere", "kind", "goal", "valid", Models.Facts("from", new DateTime(2030, 1, 1))) },
                Models.Facts("pligt", Models.Facts("needs", new[] { "kort" }, "name", null)), date: "2024-02-29");
            Is.Ids("skema", answer.Removed);
            Is.Ids("pligt", answer.Changed);
            Is.Ids("kort senere", answer.Added);
            Is.Ids("kort", answer.StandsAnew);
            Is.Ids("senere", answer.StandsNot);
            Is.Ids("", answer.Broken);
            Is.Equal(new Hours(-2, -2, -2), answer.Hours["net"]);
            Is.Ids("pligt", small.WhatIf(new[] { "skema" }, within: "sted").Broken);
            InvalidModelException refused = Is.Thrown<InvalidModelException>(
                () => small.WhatIf(add: new[] { Models.Facts("id", "x", "kind", "rule") }, change: Models.Facts("skema", Models.Facts("issuer", "ingen"))));
            Is.Ids("add[0] change.skema", refused.Findings.Select(one => one.File));
            Is.Equal("add[0].instrument", refused.At);
        }

        [Test]
        internal static void WhoDecides()
        {
            Decision open = small.WhoDecides("decide", "sag");
            Is.Equal(Verdict.Conditional, open.Verdict);
            Is.Equal(null, open.Date);
            Option first = open.Options[0], council = open.Options[1];
            Is.Ids("chef", first.Holders);
            Is.True(first.Jointly == 1 && first.Grant == "g" && first.Tier == "management" && !first.Implied && first.Notice == null, "the first option");
            Is.Ids("g", first.Chain);
            Is.True(first.DependsOn.Any(one => Json.Write(one).Contains("\"fact\":\"amount\"")), "what it depends on");
            Is.Ids("råd", council.Holders);
            Is.Equal(0, council.DependsOn.Count);
            Decision told = small.WhoDecides("decide", "sag", "sted", new DateTimeOffset(2024, 2, 29, 0, 0, 0, TimeSpan.FromHours(1)),
                                             Models.Facts("beløb", 1000m, "halted", false, "born", new DateTime(2001, 5, 6), "reason", "hast \"nu\" 🏛",
                                                          "vejr", 3, "principled", null));
            Is.Equal(Verdict.Competent, told.Verdict);
            Is.Equal("2024-02-29", told.Date);
            Is.Ids("vejr", told.IgnoredFacts);
            Is.In("Rådet på Ærø 🏛", told.Text.Da);
            foreach (object amount in new object[] { 1000.5, 1001, 1001L, 1000.5f, 1001m, (short)1001 })
                Is.Ids("råd", small.WhoDecides("decide", "sag", facts: Models.Facts("amount", amount)).Options.SelectMany(one => one.Holders));
            Is.Ids("råd", small.WhoDecides("decide", "sag", disqualified: new[] { "chef" }).Options.SelectMany(one => one.Holders));
            Is.Ids("råd", small.WhoDecides("decide", "sag", absent: new[] { "chef" }).Options.SelectMany(one => one.Holders));
        }

        [Test]
        internal static void JointOptionsAndNotice()
        {
            IReadOnlyList<Option> options = odder.WhoDecides("repeal", "retningslinje-stress").Options;
            Is.Ids("direktion medarbejdersiden", options[0].Holders);
            Is.True(options[0].Jointly == 2 && options[0].Implied && options[0].Grant == null && options[0].Notice == null && options[1].Notice == 3.0);
        }

        [Test]
        internal static void ATargetByKle()
        {
            Is.Ids("råd", small.WhoDecides("decide", Target.Kle("27.36.04"), facts: Models.Facts("amount", 5), absent: new[] { "chef" }).Options[0].Holders);
            Is.Equal("decide", small.WhoDecides(null, Target.Kle("27.36", "G01")).ToDictionary()["power"]);
            Is.Equal(Permission.Yes, small.May("råd", "decide", Target.Kle("27.36")).Permission);
            Is.Equal("target.kle", Is.Thrown<UnknownElementException>(() => small.WhoDecides("decide", Target.Kle("99"))).At);
            Is.Thrown<InvalidQuestionException>(() => small.May("råd", "decide", Target.Kle("27.36", "A"), date: "soon"));
            Is.Equal("ankestyrelsen", odder.WhoDecides("decide", Target.Kle("27.36.12")).Appeal["body"]);
            Is.Thrown<ArgumentNullException>(() => small.WhoDecides("decide", null));
        }

        [Test]
        internal static void May()
        {
            Is.Equal(Permission.Yes, small.May("råd", "decide", "sag").Permission);
            May depends = small.May("chef", "decide", "sag");
            Is.True(depends.Permission == Permission.Depends && (string)depends.Because["kind"] == "condition");
            Is.Ids("chef", depends.Options[0].Holders);
            May no = small.May("sted", "decide", "sag", facts: Models.Facts("vejr", true));
            Is.True(no.Permission == Permission.No && (string)no.Because["kind"] == "none");
            Is.Ids("vejr", no.IgnoredFacts);
            Is.Equal("unknown", small.May("hvem", "decide", "sag").Because["kind"]);
        }

        [Test]
        internal static void WhatMay()
        {
            WhatMay answer = odder.WhatMay("leder-udfoerer", new[] { "repeal" }, new[] { "rule" }, "hours");
            Is.True(answer.Complete && answer.May.Any(one => one.Target == "ugenotat") && answer.May.All(one => one.Because == null) &&
                    answer.MayNot.Count > 0 && answer.MayNot.All(one => one.Because != null));
            double[] likely = answer.May.Select(one => one.Hours?.Likely ?? 0).ToArray();
            Is.True(likely[0] > 0 && likely.SequenceEqual(likely.OrderByDescending(one => one)), "by hours");
            Is.Equal(answer.Json, odder.Ask("{\"ask\":\"what_may\",\"actor\":\"leder-udfoerer\",\"powers\":[\"repeal\"],\"kinds\":[\"rule\"],\"by\":\"hours\"}"));
            Is.Thrown<InvalidQuestionException>(() => small.WhatMay("chef", powers: new string[0]));
            Is.Thrown<InvalidQuestionException>(() => small.WhatMay("chef", by: "size"));
            Is.True(!small.WhatMay("chef", deadline: TimeSpan.Zero).Complete, "no time, that it");
            foreach (PowerOver one in answer.May.Concat(answer.Depends).Concat(answer.MayNot).Where((_, i) => i % 7 == 0))
            {
                Permission alone = odder.May("leder-udfoerer", one.Power, one.Target).Permission;
                Is.Equal(answer.May.Contains(one) ? Permission.Yes : answer.Depends.Contains(one) ? Permission.Depends : Permission.No, alone, one.Target);
            }
        }

        [Test]
        internal static void ARemovalPlan()
        {
            RemovalPlan plan = odder.RemovalPlan(new[] { "ugenotat" }, date: "2026-03-01", disqualified: new[] { "leder-udfoerer" });
            Is.True(plan.Possible && plan.Earliest == "2026-03-15" && plan.EarliestAfter == null && (string)plan.Steps.Last()["step"] == "take_effect");
            Is.True(plan.Text.Da.StartsWith("1. Drøft", StringComparison.Ordinal), plan.Text.Da);
            RemovalPlan someDay = odder.RemovalPlan(new[] { "ugenotat" });
            Is.True(someDay.Earliest == null && someDay.EarliestAfter.ContainsKey("days"));
            Is.Thrown<UnknownElementException>(() => odder.RemovalPlan(new[] { "nej" }));
        }

        [Test]
        internal static IEnumerable<Case> AJournalNote()
        {
            foreach (string language in new[] { "da", "en" })
                yield return new Case(language, () =>
                {
                    JournalNote note = odder.JournalNote("repeal", "visitationsmodel", caseNo: "27.36.12-P22-1-26", made: "2026-03-01T09:30",
                                                         language: language, date: new DateTime(2026, 3, 1));
                    string golden = Models.Read($"tests/ask/notes/odder-repeal.{language}.txt");
                    Is.Equal(golden.Replace("DIGEST", odder.Digest).Replace("VERSION", Library.Version), note.Text);
                    Is.Equal(note.AgendaLine, odder.AgendaLine("repeal", "visitationsmodel", language, date: "2026-03-01"));
                    Is.Equal("2026-03-15", note.Earliest);
                });
            yield return new Case("by KLE number", () =>
            {
                JournalNote note = odder.JournalNote(null, Target.Kle("27.36.12", "G01"), caseNo: "7", made: new DateTime(2026, 1, 2));
                Is.In("- KLE: 27.36.12\n- KLE-facet: G01\n", note.Text);
                Is.Equal("2026-01-02", new Said(note.ToDictionary()).Object("note").Text("made"));
                Is.Equal(note.AgendaLine, odder.AgendaLine(null, Target.Kle("27.36.12", "G01")));
            });
            yield return new Case("a moment", () =>
            {
                var made = new DateTimeOffset(2026, 1, 2, 9, 30, 15, 250, TimeSpan.FromHours(1));
                Is.Equal("2026-01-02T09:30:15+01:00", new Said(odder.JournalNote("repeal", "visitationsmodel", made: made).ToDictionary()).Object("note").Text("made"));
                var utc = new DateTime(2026, 1, 2, 9, 30, 15, DateTimeKind.Utc);
                Is.Equal("2026-01-02T09:30:15Z", ((Date)utc).Time);
            });
            yield return new Case("what cannot be noted", () =>
            {
                foreach (Target target in new[] { (Target)"27.36.12", Target.Kle("27.36.12") })
                {
                    Is.Thrown<InvalidQuestionException>(() => odder.JournalNote("decide", target, language: "sv"));
                    Is.Thrown<InvalidQuestionException>(() => odder.JournalNote("decide", target, made: "i dag"));
                    Is.Thrown<PersonalDataException>(() => odder.JournalNote("decide", target, caseNo: "010190-1234"));
                    Is.Thrown<UnknownElementException>(() => odder.JournalNote("decide", target, actor: "nobody"));
                }
            });
        }

        [Test]
        internal static void WhyBurdenCheckCutsRank()
        {
            Why why = odder.Why("ugenotat", "2026-01-01");
            Is.True(why.Stands && why.Origin == "home_made" && why.Claimed == "state" && why.Claims["origin"] == "contradicted");
            Is.Ids("ugenotat delmaal pligt-opfoelgning", why.Purpose.Single());
            Is.Equal(new Hours(0, 0, 0), why.SurplusHours);
            Is.Ids("ret-begrundelse", odder.Why("afgoerelse-skabelon").RequiredBy);

            Burden burden = odder.Burden("tier");
            Is.Equal("workplace administration management ", string.Join(" ", burden.Groups.Select(one => one.Key)));
            Is.True(burden.Total.Hours == new Hours(885, 1339, 1790) && burden.Total.Surplus == new Hours(30, 45, 60));
            Is.Thrown<InvalidQuestionException>(() => odder.Burden("colour"));

            Findings findings = odder.Check();
            Finding dead = findings.Single(one => one.Code == "dead_rule");
            Is.True(dead.Element == "ydelsesregistrering" && dead.Severity == "warning" && dead.Field == "serves" && dead.Advice.En != "");
            Is.Equal(findings.Count, findings.All.Count);

            Cuts cuts = small.Cuts("pligt");
            Is.Ids("skema", cuts.Sets.Single());
            Is.True(cuts.Complete && cuts.Stands && small.Cuts("pligt", "restore", 3, TimeSpan.FromSeconds(5), "2024-02-29").Sets.Single().Count == 0);
            Is.True(!small.Cuts("pligt", deadline: TimeSpan.Zero).Complete);
            Is.Thrown<InvalidQuestionException>(() => small.Cuts("pligt", "bend"));
            Is.Thrown<InvalidQuestionException>(() => small.Cuts("pligt", atMost: 0));
            Is.Thrown<InvalidQuestionException>(() => small.Cuts("pligt", deadline: TimeSpan.FromSeconds(-1)));

            Ranking ranking = odder.Rank(top: 3);
            Is.Ids("dk:grundloven-82 dk:kommunestyrelsesloven byraad", ranking.Order.Select(one => one.Id));
            Is.True(ranking.Complete && ranking.Order[0].Breaks == 88 && ranking.Order[0].Duties == 3);
            Is.Equal("among[1]", Is.Thrown<UnknownElementException>(() => small.Rank(among: new[] { "skema", "skemaer" })).At);
            Is.Thrown<InvalidQuestionException>(() => small.Rank(among: new string[0]));
            Is.Thrown<InvalidQuestionException>(() => small.Rank("size"));
            Is.Thrown<InvalidQuestionException>(() => small.Rank(top: 0));
        }

        [Test]
        internal static void ASessionGoesForthAndBack()
        {
            using (WhatIfSession session = small.WhatIfSession())
            {
                Is.True(session.Fallen.Count == 0 && !session.Undo());
                session.Remove("skema");
                Is.Ids("pligt", session.Fallen);
                Is.True(!session.Stands("pligt") && session.Stands("g"));
                Is.Equal(small.WhatBreaks("skema"), session.Breaks());
                session.Remove("g", "skema", "g");
                session.Restore("skema");
                Is.Ids("g", session.Breaks().Removed);
                Is.True(session.Undo());
                Is.Equal("remove[1]", Is.Thrown<UnknownElementException>(() => session.Remove("skema", "skemaer")).At);
                session.Clear();
                Is.Equal(small.WhatBreaks(new string[0]), session.Breaks());
                session.Dispose();
                Is.Thrown<ObjectDisposedException>(() => session.Undo());
            }
            Is.Thrown<InvalidQuestionException>(() => small.WhatIfSession(within: "skema"));
        }

        [Test]
        internal static void ADiff()
        {
            using (Model after = Model.FromText(Models.SmallText.Replace("\"to\": [\"råd\"]", "\"to\": [\"chef\"]")))
            {
                Diff diff = small.Diff(after);
                Is.Ids("g2:changed", diff.Elements.Select(one => one.Id + ":" + one.Change));
                AuthorityDiff one_ = diff.Authority.Single(one => one.Power == "decide");
                Is.Ids("råd", one_.Lost);
                Is.True(one_.Before.Any(one => one.Actor == "råd"));
                Is.Equal(diff.Json, small.Diff(after, deadline: TimeSpan.FromHours(1)).Json);
                Is.In(";", small.DiffTable(after));
                Is.True(small.DiffTable(after) != small.DiffTable(after, "en"), "another language");
                Is.Thrown<InvalidQuestionException>(() => small.DiffTable(after, "sv"));
                Is.Thrown<ArgumentNullException>(() => small.Diff(null));
            }
        }

        [Test]
        internal static void AskTakesAndGivesDictionaries()
        {
            IReadOnlyDictionary<string, object> answer = small.Ask(Models.Facts("ask", "what_breaks", "remove", new[] { "skema" }, "date", new DateTime(2024, 2, 29), "id", "æøå \u0001 🏛"));
            Is.Equal("æøå \u0001 🏛", answer["id"]);
            Is.Ids("pligt", ((IReadOnlyList<object>)answer["broken"]).Cast<string>());
            answer = small.Ask(Models.Facts("ask", "why", "element", "skemaer", "id", 3));
            Is.Equal("unknown_element", new Said(answer).Object("error").Text("code"));
            Is.Equal(3.0, answer["id"]);
            Is.In("invalid_question", small.Ask("no JSON"));
            Is.Thrown<ArgumentException>(() => small.Ask(Models.Facts("ask", new object())));
            Is.Thrown<ArgumentException>(() => small.Ask(Models.Facts("ask", double.NaN)));
        }

        private static Case Throws<T>(string name, string at, Action ask) where T : RegelgrafException => new Case(name, () =>
        {
            T error = Is.Thrown<T>(ask);
            Is.Equal(at, error.At);
            Is.True(error.Message != "" && error.Findings.Count == 0 && typeof(T).Name == (error.Status == Status.OutOfMemory ? "NoMemory" : error.Status.ToString()) + "Exception");
            Is.True(error.ToString().IndexOf("010190", StringComparison.Ordinal) < 0);
        });

        [Test]
        internal static IEnumerable<Case> AQuestionThatCannotBePut()
        {
            yield return Throws<UnknownElementException>("an id", "remove[1]", () => small.WhatBreaks(new[] { "skema", "skemaer" }));
            yield return Throws<InvalidQuestionException>("no unit", "within", () => small.WhatBreaks("skema", within: "sag"));
            yield return Throws<InvalidQuestionException>("no day", "date", () => small.WhatBreaks("skema", date: "2023-02-29"));
            yield return Throws<InvalidArgumentException>("a NUL", "remove[0]", () => small.WhatBreaks("a\0b"));
            yield return Throws<InvalidArgumentException>("half a character", "element", () => small.Why("a\ud83c"));
            yield return Throws<PersonalDataException>("a person", "remove", () => small.WhatBreaks("010190-1234"));
            yield return Throws<UnknownElementException>("a target", "target", () => small.WhoDecides("decide", "sager"));
            yield return Throws<InvalidArgumentException>("no power", "", () => small.WhoDecides("", "sag"));
            yield return Throws<InvalidQuestionException>("a unit", "unit", () => small.WhoDecides("decide", "sag", "skema"));
            yield return Throws<WrongTypeException>("a fact", "facts.amount", () => small.WhoDecides("decide", "sag", facts: Models.Facts("amount", "5")));
            yield return Throws<InvalidArgumentException>("no number", "", () => small.WhoDecides("decide", "sag", facts: Models.Facts("amount", double.PositiveInfinity)));
            yield return Throws<UnknownElementException>("an absent actor", "absent", () => small.WhoDecides("decide", "sag", absent: new[] { "ingen" }));
            yield return Throws<InvalidQuestionException>("no actor", "actor", () => small.May("skema", "decide", "sag"));
            yield return Throws<UnknownElementException>("why", "element", () => small.Why("skemaer"));
            yield return new Case("no fact", () => Is.Thrown<ArgumentException>(() => small.WhoDecides("decide", "sag", facts: Models.Facts("reason", new byte[1]))));
            yield return new Case("null", () => Is.Thrown<ArgumentNullException>(() => small.Why(null)));
        }
    }
}
