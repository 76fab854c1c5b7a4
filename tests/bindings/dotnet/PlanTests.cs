using System.Linq;
using System.Text;

namespace Regelgraf.Tests
{
    internal static class PlanTests
    {
        private const string Table = "nr;emne;betingelser;Byråd;Administration\n1;Hundetegn;;;B\n2;Ferie;;;I\n";

        [Test]
        internal static void ATableIsAModel()
        {
            using (Model model = Model.FromPlan(Table, "x", out PlanFindings findings, new PlanOptions { Name = "Planen på æøå" }))
            {
                Is.Ids("administration", model.WhoDecides("decide", "x:1").Options[0].Holders);
                PlanFinding one = findings.Single();
                Is.Equal("no_decider warning 3 1 x:2", $"{one.Code} {one.Severity} {one.Line} {one.Column} {one.Element}");
                Is.Equal(Table.Replace("betingelser;", "").Replace(";;;", ";;"), model.PlanTable(out PlanFindings lost));
                Is.Equal(0, lost.Count);
            }
        }

        [Test]
        internal static void SoroeFromItsFile()
        {
            var plan = new PlanOptions { Extends = new[] { "dk" }, Basis = new[] { "dk:ksl-2" }, Name = "Sorø Kommunes delegationsplan" };
            using (Model model = Model.OpenPlan(Models.At("examples/soroe/plan.csv"), "soroe", out PlanFindings findings, plan))
            using (Model saved = Model.Open(Models.At("examples/soroe/plan.jsonl")))
            {
                Is.Equal(saved.Digest, model.Digest);
                Is.Ids("soroe:2.2.10", findings.Select(one => one.Element));
                Is.Equal(Models.Read("examples/soroe/plan.csv"), model.PlanTable(out _));
            }
        }

        [Test]
        internal static void AMappingAndAPeriod()
        {
            var plan = new PlanOptions { ValidFrom = "2026-01-01", Council = "KB",
                                         Mapping = "{\"columns\": {\"Nr.\": \"nr\", \"Sag\": \"emne\", \"ADM\": {\"tier\": \"administration\"}}, \"marks\": {\"X\": \"B\"}}" };
            using (Model model = Model.FromPlan("Nr.;Sag;KB;ADM\n1;A;;X\n", "x", out PlanFindings findings, plan))
            {
                Is.Equal(0, findings.Count);
                Is.Equal(Verdict.Residual, model.WhoDecides("decide", "x:1", date: "2025-01-01").Verdict);
                Is.Equal(Verdict.Competent, model.WhoDecides("decide", "x:1", date: "2026-01-01").Verdict);
            }
        }

        [Test]
        internal static void WhatIsNoTableIsRefused()
        {
            InvalidModelException refused = Is.Thrown<InvalidModelException>(
                () => Model.FromPlan("nr;emne;Byråd\n1;010190-1234;B\n2;010190-1234;B\n", "x", out _));
            Is.Ids("2 3", refused.Findings.Select(one => one.Line.ToString()));
            Is.In("Windows-1252", Is.Thrown<InvalidModelException>(
                () => Model.FromPlan(Encoding.GetEncoding(28591).GetBytes("nr;emne;Byråd\n"), "x", out _)).Message);
            Is.Thrown<InvalidQuestionException>(() => Model.FromPlan(Table, "", out _));
            Is.Thrown<InvalidQuestionException>(() => Model.FromPlan(Table, "x", out _, new PlanOptions { Mapping = "{" }));
            Is.Thrown<TooLargeException>(() => Model.FromPlan(Table, "x", out _, null, new LoadOptions { MaxBytes = 10 }));
            Is.Thrown<UnreadableException>(() => Model.OpenPlan("/no/such/plan.csv", "x", out _));
            Is.Thrown<InvalidQuestionException>(() => Models.Small.PlanTable(out _));
        }

        [Test]
        internal static void APlanIsHeldToWhatItIsMeantToAnswer()
        {
            PlanTestReport report = Models.Soroe.Test(Models.Read("examples/soroe/cases.json"));
            Is.True(report.Failed == 0 && report.Cases.Count > 10 && report.RowsNotAsked.Count == 0 && report.RowsAsked.Count > 10);
            report = Models.Soroe.Test("{\"cases\": [{\"name\": \"wrong\", \"ask\": {\"ask\": \"who_decides\", \"power\": \"decide\", \"target\": \"soroe:2.1.1\"}," +
                                       " \"expect\": {\"verdict\": \"barred\", \"nothing\": 1}}]}");
            Is.True(report.Failed == 1 && !report.Cases[0].Passed && report.Cases[0].Name == "wrong");
            PlanDifference verdict = report.Cases[0].Differences.Single(one => one.At == "verdict");
            Is.True((string)verdict.Expected == "barred" && (string)verdict.Got == "competent");
            Is.Equal(null, report.Cases[0].Differences.Single(one => one.At == "nothing").Got);
            Is.Ids("soroe:2.1.1", report.RowsAsked);
            Is.Equal("cases[0]", Is.Thrown<InvalidQuestionException>(() => Models.Soroe.Test("{\"cases\": [1]}")).At);
        }
    }
}
