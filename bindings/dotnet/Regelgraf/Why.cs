using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace Regelgraf
{
    /// <summary>Why an element is there.</summary>
    public sealed class Why : Answer
    {
        internal Why(string json) : this(json, Read(json)) { }

        private Why(string json, Said said) : base(json, said)
        {
            Stands = said.Bool("stands");
            Origin = said.Text("origin");
            Claimed = said.TextOrNull("claimed");
            Claims = said.TextsByName("claims");
            Ground = said.Paths("ground");
            Purpose = said.Paths("purpose");
            Issuers = said.Ids("issuers");
            RequiredBy = said.Ids("required_by");
            SurplusHours = said.Hours("surplus_hours");
            UsedBy = said.Ids("used_by");
        }

        /// <summary>On the day asked about.</summary>
        public bool Stands { get; }
        /// <summary>Where it comes from: "agreed", "state", "required", "one_of_several", "allowed", "home_made", "unknown".</summary>
        public string Origin { get; }
        /// <summary>The origin that somebody claims; null: nothing recorded.</summary>
        public string Claimed { get; }
        /// <summary>Claims held against the model: "agrees", "open" or "contradicted", by "origin", "issuer", "hours".</summary>
        public IReadOnlyDictionary<string, string> Claims { get; }
        /// <summary>A shortest path up to each last ground.</summary>
        public IReadOnlyList<IReadOnlyList<string>> Ground { get; }
        /// <summary>A shortest path up to each last purpose.</summary>
        public IReadOnlyList<IReadOnlyList<string>> Purpose { get; }
        /// <summary>Who issued it.</summary>
        public IReadOnlyList<string> Issuers { get; }
        /// <summary>Duties that cannot be met without it.</summary>
        public IReadOnlyList<string> RequiredBy { get; }
        /// <summary>Hours a year above what is required.</summary>
        public Hours SurplusHours { get; }
        /// <summary>Who uses it.</summary>
        public IReadOnlyList<string> UsedBy { get; }
    }

    /// <summary>Hours of several elements together.</summary>
    public sealed class Group
    {
        internal Group(Said said)
        {
            Key = said.TextOrNull("key");
            Hours = said.Hours("hours");
            OneOff = said.Hours("one_off");
            Surplus = said.Hours("surplus");
            Elements = said.Ids("elements");
        }

        /// <summary>The tier, instrument, issuer, matter or actor; null: not known, and of the total.</summary>
        public string Key { get; }
        /// <summary>Hours a year.</summary>
        public Hours Hours { get; }
        /// <summary>Hours once.</summary>
        public Hours OneOff { get; }
        /// <summary>Hours a year above the law's minimum.</summary>
        public Hours Surplus { get; }
        /// <summary>What was counted, in order of id.</summary>
        public IReadOnlyList<string> Elements { get; }
    }

    /// <summary>Hours a year in groups.</summary>
    public sealed class Burden : Answer
    {
        internal Burden(string json) : this(json, Read(json)) { }

        private Burden(string json, Said said) : base(json, said)
        {
            By = said.Text("by");
            Within = said.TextOrNull("within");
            Groups = said.Objects("groups").Select(one => new Group(one)).Frozen();
            Total = new Group(said.Object("total"));
            Shared = said.Ids("shared");
        }

        /// <summary>What the groups are.</summary>
        public string By { get; }
        /// <summary>The unit it is seen in; null: everywhere.</summary>
        public string Within { get; }
        /// <summary>In the order of the words or of id; what belongs nowhere last.</summary>
        public IReadOnlyList<Group> Groups { get; }
        /// <summary>Each element once.</summary>
        public Group Total { get; }
        /// <summary>Elements that stand in several groups.</summary>
        public IReadOnlyList<string> Shared { get; }
    }

    /// <summary>One thing worth a look.</summary>
    public sealed class Finding
    {
        internal Finding(Said said)
        {
            Code = said.Text("code");
            Severity = said.Text("severity");
            Element = said.TextOrNull("element");
            Field = said.TextOrNull("field");
            Elements = said.Ids("elements");
            Text = said.Bilingual("text");
            Advice = said.Has("advice") ? said.Bilingual("advice") : null;
        }

        /// <summary>As "dead_rule"; the C++ header check.hpp lists them.</summary>
        public string Code { get; }
        /// <summary>"warning" or "note".</summary>
        public string Severity { get; }
        /// <summary>The element it is about; null: the model's head.</summary>
        public string Element { get; }
        /// <summary>The field meant; null: no one field.</summary>
        public string Field { get; }
        /// <summary>All elements concerned, in order of id.</summary>
        public IReadOnlyList<string> Elements { get; }
        /// <summary>What it says.</summary>
        public Text Text { get; }
        /// <summary>What would help; null: nothing to say.</summary>
        public Text Advice { get; }
    }

    /// <summary>What in a model is worth a look, in the order of the codes.</summary>
    public sealed class Findings : Answer, IReadOnlyList<Finding>
    {
        internal Findings(string json) : this(json, Read(json)) { }

        private Findings(string json, Said said) : base(json, said)
        {
            All = said.Objects("findings").Select(one => new Finding(one)).Frozen();
        }

        /// <summary>Every finding.</summary>
        public IReadOnlyList<Finding> All { get; }
        /// <summary>How many.</summary>
        public int Count => All.Count;
        /// <summary>One of them.</summary>
        public Finding this[int i] => All[i];
        /// <summary>One after the other.</summary>
        public IEnumerator<Finding> GetEnumerator() => All.GetEnumerator();
        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
