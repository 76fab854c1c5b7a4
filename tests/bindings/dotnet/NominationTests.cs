using System;
using System.Linq;
using System.Text;
using System.Threading;

namespace Regelgraf.Tests
{
    /// <summary>Nominations and the qualification sheet.</summary>
    internal static class NominationTests
    {
        private const string Table = "nr;enhed;regel;hvor ofte pr. år;minutter fra;minutter til;antal medarbejdere;forslag\n" +
                                     "1;Bostøtten;Ugentlige notater for hver borger;52;10;20;4;fjern\n" +
                                     "2;Bofællesskabet;ugenotat;52;10;20;4;forenkl\n" +
                                     "3;Visitationen (myndighed);Ugentligt notat for hver borger;52;5;10;2;fjern\n" +
                                     "4;Skolen;Flagning efter liste;ofte;;;;\n";

        private static readonly byte[] NotUtf8 = Encoding.GetEncoding(28591).GetBytes("regel\nDøgn\n");

        [Test]
        internal static void NominationsAreMatchedAndPutTogether()
        {
            Nominations said = Models.Odder.Nominations(Table, "t.csv");
            Is.Ids("ugenotat ugenotat ugenotat null", said.Select(one => one.Element ?? "null"));
            Is.Ids("text id name null", said.Select(one => one.How ?? "null"));
            Is.True(said[0].Score < 1 && said[1].Score == 1 && said[3].Score == null);
            Is.Ids("1 2 3", said.Clusters[0].Nominations);
            Is.True(said.Clusters[0].Element == "ugenotat" && said.Clusters[0].Draft == null);
            Is.True(said.Clusters[1].Element == null && (string)said.Clusters[1].Draft["kind"] == "rule");
            Is.Ids("10 20", said[0].Minutes.Select(one => one.ToString()));
            Is.True(said[0].TimesPerYear == new Hours(52, 52, 52) && said[0].People == 4 && said[3].Minutes == null && said[3].TimesPerYear == null);
            TableFinding bad = said.Findings.Single(one => one.Severity == "warning");
            Is.Equal("unreadable_number 5 4 hvor ofte pr. år", $"{bad.Code} {bad.Line} {bad.Element} {bad.Field}");
            Is.In("write the number", bad.Advice.En);
            Is.Equal(null, said.Findings.Single(one => one.Code == "missing_column").Advice);
            Is.Equal(said, Models.Odder.Nominations(Encoding.UTF8.GetBytes(Table), "t.csv"));
        }

        [Test]
        internal static void TheSheet()
        {
            Qualification sheet = Models.Odder.Qualify(Table);
            QualifiedRule row = sheet.Single(one => one.Rule == "ugenotat");
            Is.Equal("3 3 own decider True Competent", $"{row.Nominated} {row.Units} {row.Heap} {row.HeapBecause} {row.Med} {row.Verdict}");
            Is.Equal("Ugentligt notat for hver borger", row.Name.Da);
            Is.Equal("leder-udfoerer", new Said(row.Deciders[0]).Ids("holders").Single());
            Is.True(row.HoursNominated != null && row.Proposals["remove"] == 2 && row.Proposals["simplify"] == 1 && row.Proposals.Count == 2);
            QualifiedRule draft = sheet.Single(one => one.Draft);
            Is.True(draft.Units == null && draft.HeapBecause == "nobody" && draft.Name.En == "Flagning efter liste");
            Is.True(sheet.Heap("own").Contains(row) && sheet.Heap("council").Count == 0);
            Is.Ids("area issuer level proposal type", sheet.Trends.Keys.OrderBy(one => one, StringComparer.Ordinal));
            Is.True(sheet.AtLeast == 3 && sheet.Nominations == 4 && sheet.Count == 2);
            Is.Equal(1, Models.Odder.Qualify(Table, atLeast: 1).Single(one => one.Draft).Units);
        }

        [Test]
        internal static void AsATableAndAsAPage()
        {
            Is.True(Models.Odder.QualificationSheet(Table, "csv", "en").StartsWith("\ufeffheap;", StringComparison.Ordinal));
            Is.True(Models.Odder.QualificationSheet(Encoding.UTF8.GetBytes(Table), "html").StartsWith("<!DOCTYPE html>", StringComparison.Ordinal));
            Is.Thrown<InvalidArgumentException>(() => Models.Odder.QualificationSheet(Table, "xlsx"));
            Is.Thrown<InvalidQuestionException>(() => Models.Odder.QualificationSheet(Table, "csv", "de"));
        }

        [Test]
        internal static void WhatIsRefused()
        {
            Is.Ids("bad_utf8", Is.Thrown<InvalidModelException>(() => Models.Odder.Qualify(NotUtf8)).Findings.Select(one => one.Code));
            Nominations none = Models.Odder.Nominations(NotUtf8);
            Is.True(none.Count == 0 && none.Findings[0].Code == "bad_utf8" && none.Findings[0].Severity == "error");
            Is.Equal("unit", Is.Thrown<UnknownElementException>(() => Models.Odder.Qualify(Table, unit: "nowhere")).At);
            Is.Thrown<InvalidQuestionException>(() => Models.Odder.Qualify(Table, date: "i dag"));
            Is.Thrown<InvalidQuestionException>(() => Models.Odder.Nominations(Table, sure: 2));
            Is.Thrown<ArgumentNullException>(() => Models.Odder.Nominations((byte[])null));
            using (var source = new CancellationTokenSource())
            {
                source.Cancel();
                Is.Thrown<OperationCanceledException>(() => Models.Odder.Nominations(Table, cancellationToken: source.Token));
                Is.Thrown<OperationCanceledException>(() => Models.Odder.Qualify(Table, cancellationToken: source.Token));
            }
        }

        [Test]
        internal static void AHostileTableIsTextAndNothingElse()
        {
            const string hostile = "nr;enhed;regel\n1;bostoette;\"=cmd|' /C calc'!A0\"\n2;<script>;</td><script>alert(1)</script>\n3;bostoette;ring til 010190-1234\n";
            Nominations said = Models.Odder.Nominations(hostile);
            Is.Equal("</td><script>alert(1)</script>", said.Single(one => one.Nr == "2").Rule);
            TableFinding personal = said.Findings.Single(one => one.Code == "personal_data");
            Is.True(personal.Element == "3" && said.Json.IndexOf("010190", StringComparison.Ordinal) < 0, "a CPR number is not repeated, that");
            string page = Models.Odder.QualificationSheet(hostile, "html"), table = Models.Odder.QualificationSheet(hostile, "csv");
            Is.True(page.IndexOf("<script>alert", StringComparison.Ordinal) < 0, "the page is escaped, that");
            Is.True(table.Split('\n').SelectMany(line => line.Split(';')).All(cell => !cell.TrimStart('"').StartsWith("=", StringComparison.Ordinal)), "no cell is a formula, that");
        }
    }
}
