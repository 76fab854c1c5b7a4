using System.Collections.Generic;
using System.Linq;

namespace Regelgraf
{
    /// <summary>The rules that a zero-base review looks at: those that stand and match all that is given; no list may be empty.</summary>
    public sealed class Scope
    {
        /// <summary>Of one of these instruments, as "procedure".</summary>
        public IEnumerable<string> Instruments { get; set; }
        /// <summary>Made by one of these actors.</summary>
        public IEnumerable<string> Issuers { get; set; }
        /// <summary>Made on one of these tiers, as "council"; of several issuers the farthest from the citizen counts.</summary>
        public IEnumerable<string> Tiers { get; set; }
        /// <summary>Every matter it is about is one of these, or below one.</summary>
        public IEnumerable<string> Matters { get; set; }
        /// <summary>One of these.</summary>
        public IEnumerable<string> Ids { get; set; }
        /// <summary>What this actor may repeal alone.</summary>
        public string RepealableBy { get; set; }

        internal Dictionary<string, object> AsQuestion() => new Dictionary<string, object>
        {
            ["instruments"] = Instruments, ["issuers"] = Issuers, ["tiers"] = Tiers, ["matters"] = Matters, ["ids"] = Ids,
            ["repealable_by"] = RepealableBy
        }.Given();
    }

    /// <summary>A rule that is kept.</summary>
    public sealed class KeptRule
    {
        internal KeptRule(Said said)
        {
            Id = said.Text("id");
            Because = said.Ids("because");
        }

        /// <summary>Id.</summary>
        public string Id { get; }
        /// <summary>The duties, core tasks and elements to be kept that are lost if it goes too, it alone.</summary>
        public IReadOnlyList<string> Because { get; }
    }

    /// <summary>A rule that goes.</summary>
    public sealed class GoneRule
    {
        internal GoneRule(Said said)
        {
            Id = said.Text("id");
            Hours = said.Hours("hours");
            Effect = said.Text("effect");
        }

        /// <summary>Id.</summary>
        public string Id { get; }
        /// <summary>A year.</summary>
        public Hours Hours { get; }
        /// <summary>"no_effect", or "not_examined": nobody has looked for what depends on it.</summary>
        public string Effect { get; }
    }

    /// <summary>What both answers of the zero-base review say about how good they are.</summary>
    public abstract class ZeroBase : Answer
    {
        internal ZeroBase(string json, Said said) : base(json, said)
        {
            Falls = said.Ids("falls");
            NotStanding = said.Ids("not_standing");
            Hours = said.Hours("hours");
            Bound = said.Number("bound");
            Gap = said.Number("gap");
            Proven = said.Bool("proven");
            Settled = said.Bool("settled");
            Complete = said.Bool("complete");
            Text = said.Bilingual("text");
        }

        /// <summary>Falls with what goes; none of it must stand.</summary>
        public IReadOnlyList<string> Falls { get; }
        /// <summary>Of what was to be kept: does not stand as things are.</summary>
        public IReadOnlyList<string> NotStanding { get; }
        /// <summary>A year: of what is kept, or of what is removed.</summary>
        public Hours Hours { get; }
        /// <summary>No answer can be better than this: likely hours a year, or a number of rules.</summary>
        public double Bound { get; }
        /// <summary>How far this one is from the bound, as a part: of what it costs, or of the bound.</summary>
        public double Gap { get; }
        /// <summary>None is better.</summary>
        public bool Proven { get; }
        /// <summary>And of those as good this is the first: by number, then by ids.</summary>
        public bool Settled { get; }
        /// <summary>false: the time ran out.</summary>
        public bool Complete { get; }
        /// <summary>The answer in words.</summary>
        public Text Text { get; }
    }

    /// <summary>The zero-base review: what to keep and because of what, what can go.</summary>
    public sealed class KeepSet : ZeroBase
    {
        internal KeepSet(string json) : this(json, Read(json)) { }

        private KeepSet(string json, Said said) : base(json, said)
        {
            Objective = said.Text("objective");
            Keep = said.Objects("keep").Select(one => new KeptRule(one)).Frozen();
            Go = said.Objects("go").Select(one => new GoneRule(one)).Frozen();
            HoursGone = said.Hours("hours_gone");
        }

        /// <summary>"hours" or "count".</summary>
        public string Objective { get; }
        /// <summary>In order of id.</summary>
        public IReadOnlyList<KeptRule> Keep { get; }
        /// <summary>In order of id.</summary>
        public IReadOnlyList<GoneRule> Go { get; }
        /// <summary>A year, of what goes.</summary>
        public Hours HoursGone { get; }
    }

    /// <summary>The few removals that free the most and leave every duty and core task standing.</summary>
    public sealed class BestRemovals : ZeroBase
    {
        internal BestRemovals(string json) : this(json, Read(json)) { }

        private BestRemovals(string json, Said said) : base(json, said)
        {
            AtMost = said.Int("at_most");
            Remove = said.Objects("remove").Select(one => new GoneRule(one)).Frozen();
            HoursFallen = said.Hours("hours_fallen");
        }

        /// <summary>How many were allowed.</summary>
        public int AtMost { get; }
        /// <summary>In order of id.</summary>
        public IReadOnlyList<GoneRule> Remove { get; }
        /// <summary>A year, of what falls; not counted in the choice.</summary>
        public Hours HoursFallen { get; }
    }
}
