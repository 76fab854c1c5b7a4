using System.Collections.Generic;
using System.Linq;

namespace Regelgraf
{
    /// <summary>Where an answer is not what was expected.</summary>
    public sealed class PlanDifference
    {
        internal PlanDifference(Said said)
        {
            At = said.Text("at");
            Expected = said.OrNull("expected");
            Got = said.OrNull("got");
        }

        /// <summary>As "options[0].holders[0]"; "": the whole answer.</summary>
        public string At { get; }
        /// <summary>A value of the file.</summary>
        public object Expected { get; }
        /// <summary>null where the answer has nothing there, or null.</summary>
        public object Got { get; }
    }

    /// <summary>One question of the file.</summary>
    public sealed class PlanTestCase
    {
        internal PlanTestCase(Said said)
        {
            Name = said.Text("name");
            Passed = said.Bool("passed");
            Differences = said.Objects("differences").Select(one => new PlanDifference(one)).Frozen();
        }

        /// <summary>Its name, or its number.</summary>
        public string Name { get; }
        /// <summary>The answer holds what was expected.</summary>
        public bool Passed { get; }
        /// <summary>Where it does not.</summary>
        public IReadOnlyList<PlanDifference> Differences { get; }
    }

    /// <summary>What a file of plan tests came to.</summary>
    public sealed class PlanTestReport
    {
        internal PlanTestReport(string json)
        {
            Json = json;
            Said said = Answer.Read(json);
            Cases = said.Objects("cases").Select(one => new PlanTestCase(one)).Frozen();
            GrantsAsked = said.Object("grants").Ids("asked");
            GrantsNotAsked = said.Object("grants").Ids("not_asked");
            RowsAsked = said.Object("rows").Ids("asked");
            RowsNotAsked = said.Object("rows").Ids("not_asked");
        }

        /// <summary>The report as the library gave it.</summary>
        public string Json { get; }
        /// <summary>In the order of the file.</summary>
        public IReadOnlyList<PlanTestCase> Cases { get; }
        /// <summary>Grants of the model and all it extends but `dk` that some answer names.</summary>
        public IReadOnlyList<string> GrantsAsked { get; }
        /// <summary>The others.</summary>
        public IReadOnlyList<string> GrantsNotAsked { get; }
        /// <summary>Rows of delegation plans there that some question is about.</summary>
        public IReadOnlyList<string> RowsAsked { get; }
        /// <summary>The others.</summary>
        public IReadOnlyList<string> RowsNotAsked { get; }
        /// <summary>How many cases did not pass.</summary>
        public int Failed => Cases.Count(one => !one.Passed);
    }
}
