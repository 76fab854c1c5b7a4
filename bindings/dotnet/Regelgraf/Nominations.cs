using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace Regelgraf
{
    /// <summary>One thing in a nomination table that is worth a look; Element is the row's number.</summary>
    public sealed class TableFinding : SourceFinding
    {
        internal TableFinding(Said said) : base(said) { }
    }

    /// <summary>Something a nomination is like, for a person to decide.</summary>
    public sealed class Alike
    {
        internal Alike(Said said)
        {
            Element = said.TextOrNull("element");
            Cluster = said.TextOrNull("cluster");
            Score = said.Number("score");
            Doubt = said.Text("doubt");
        }

        /// <summary>A rule of the model; null: Cluster is meant.</summary>
        public string Element { get; }
        /// <summary>Id of a cluster; null: Element is meant.</summary>
        public string Cluster { get; }
        /// <summary>0 to 1.</summary>
        public double Score { get; }
        /// <summary>Why they were not taken to be the same: "score", "ambiguous", "frequency", "number", "negation", "contrast".</summary>
        public string Doubt { get; }
    }

    /// <summary>A row of the table; null: the cell was empty, or refused.</summary>
    public sealed class Nomination
    {
        internal Nomination(Said said)
        {
            Nr = said.Text("nr");
            Line = said.Int("line");
            Rule = said.Text("rule");
            Date = said.TextOrNull("date");
            Unit = said.TextOrNull("unit");
            Description = said.TextOrNull("description");
            Area = said.TextOrNull("area");
            Type = said.TextOrNull("type");
            Instrument = said.TextOrNull("instrument");
            DecidedBy = said.TextOrNull("decided_by");
            Ground = said.TextOrNull("ground");
            Purpose = said.TextOrNull("purpose");
            UsedBy = said.TextOrNull("used_by");
            Proposal = said.TextOrNull("proposal");
            Replacement = said.TextOrNull("replacement");
            Risk = said.TextOrNull("risk");
            TimesPerYear = said.HoursOrNull("times_per_year");
            Minutes = said.Has("minutes") ? said.List("minutes").Cast<double>().Frozen() : null;
            People = said.NumberOrNull("people");
            Cost = said.NumberOrNull("cost");
            Notes = said.Details("notes");
            Cluster = said.TextOrNull("cluster");
            Alike = said.Objects("alike").Select(one => new Alike(one)).Frozen();
            if (!said.Has("matched")) return;
            Said matched = said.Object("matched");
            Element = matched.Text("element");
            How = matched.Text("how");
            Score = matched.Number("score");
        }

        /// <summary>Its number as the table has it; `#LINE` where it has none, or one that was used before.</summary>
        public string Nr { get; }
        /// <summary>Where the row begins, from 1.</summary>
        public int Line { get; }
        /// <summary>What the rule is called.</summary>
        public string Rule { get; }
        /// <summary>The day, YYYY-MM-DD.</summary>
        public string Date { get; }
        /// <summary>Who handed it in.</summary>
        public string Unit { get; }
        /// <summary>What it is about.</summary>
        public string Description { get; }
        /// <summary>As printed, mostly a KLE number.</summary>
        public string Area { get; }
        /// <summary>What sort of rule it is, as the table says.</summary>
        public string Type { get; }
        /// <summary>The same as the model's word, as "procedure".</summary>
        public string Instrument { get; }
        /// <summary>"institution", "administration", "council", "state", "agreement" or "unknown".</summary>
        public string DecidedBy { get; }
        /// <summary>On what it is said to rest.</summary>
        public string Ground { get; }
        /// <summary>What it is said to be for.</summary>
        public string Purpose { get; }
        /// <summary>Who is said to use it.</summary>
        public string UsedBy { get; }
        /// <summary>"remove", "simplify", "replace", "change", "anchor" or "keep".</summary>
        public string Proposal { get; }
        /// <summary>What is to come instead.</summary>
        public string Replacement { get; }
        /// <summary>What may go wrong without it.</summary>
        public string Risk { get; }
        /// <summary>How often, for one employee.</summary>
        public Hours? TimesPerYear { get; }
        /// <summary>Each time, for one employee: from, and to.</summary>
        public IReadOnlyList<double> Minutes { get; }
        /// <summary>How many employees.</summary>
        public double? People { get; }
        /// <summary>Kroner a year beside the hours.</summary>
        public double? Cost { get; }
        /// <summary>What stood in columns of another name, each with "column" and "text".</summary>
        public IReadOnlyList<IReadOnlyDictionary<string, object>> Notes { get; }
        /// <summary>Id of the cluster it is in.</summary>
        public string Cluster { get; }
        /// <summary>The rule of the model it is about; null: none was found.</summary>
        public string Element { get; }
        /// <summary>How it was found: "id", "name" or "text".</summary>
        public string How { get; }
        /// <summary>How sure that is, 0 to 1.</summary>
        public double? Score { get; }
        /// <summary>Most alike first; at most three.</summary>
        public IReadOnlyList<Alike> Alike { get; }
    }

    /// <summary>Nominations about the same thing.</summary>
    public sealed class Cluster
    {
        internal Cluster(Said said)
        {
            Id = said.Text("id");
            Nominations = said.Ids("nominations");
            Element = said.TextOrNull("element");
            Draft = said.DetailOrNull("draft");
        }

        /// <summary>Id.</summary>
        public string Id { get; }
        /// <summary>Numbers of the nominations.</summary>
        public IReadOnlyList<string> Nominations { get; }
        /// <summary>The rule of the model; null: there is none, and Draft is one to put in its place.</summary>
        public string Element { get; }
        /// <summary>An element as a model file has it.</summary>
        public IReadOnlyDictionary<string, object> Draft { get; }
    }

    /// <summary>A table read, matched and put together: its rows, in their order. Equal where the library said the same.</summary>
    public sealed class Nominations : Answer, IReadOnlyList<Nomination>
    {
        internal Nominations(string json) : this(json, Read(json)) { }

        private Nominations(string json, Said said) : base(json, said)
        {
            All = said.Objects("nominations").Select(one => new Nomination(one)).Frozen();
            Clusters = said.Objects("clusters").Select(one => new Cluster(one)).Frozen();
            Extra = said.Ids("extra");
            Findings = said.Objects("findings").Select(one => new TableFinding(one)).Frozen();
        }

        /// <summary>Every nomination.</summary>
        public IReadOnlyList<Nomination> All { get; }
        /// <summary>What belongs together.</summary>
        public IReadOnlyList<Cluster> Clusters { get; }
        /// <summary>Columns that were kept as notes.</summary>
        public IReadOnlyList<string> Extra { get; }
        /// <summary>What is worth a look, in the order of the table; with one of severity "error" there are no nominations.</summary>
        public IReadOnlyList<TableFinding> Findings { get; }
        /// <summary>How many.</summary>
        public int Count => All.Count;
        /// <summary>One of them.</summary>
        public Nomination this[int i] => All[i];
        /// <summary>One after the other.</summary>
        public IEnumerator<Nomination> GetEnumerator() => All.GetEnumerator();
        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
