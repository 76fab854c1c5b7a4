using System.Collections.Generic;
using System.Linq;

namespace Regelgraf
{
    /// <summary>Whether an actor may.</summary>
    public enum Permission
    {
        /// <summary>It may not.</summary>
        No = 0,
        /// <summary>On others, on facts, or on how a unit distributes its work: not yes.</summary>
        Depends = 1,
        /// <summary>It may, alone, with nothing unknown.</summary>
        Yes = 2
    }

    /// <summary>Whether an actor may, by itself.</summary>
    public sealed class May : Answer
    {
        internal May(string json) : this(json, Read(json)) { }

        private May(string json, Said said) : base(json, said)
        {
            Permission = said.OrNull("may") is bool may ? (may ? Permission.Yes : Permission.No) : Permission.Depends;
            Because = said.DetailOrNull("because");
            Options = said.Objects("options").Select(one => new Option(one)).Frozen();
            IgnoredFacts = said.Ids("ignored_facts");
        }

        /// <summary>The field `may` of the answer.</summary>
        public Permission Permission { get; }
        /// <summary>Why, or why not: "kind" and what belongs to the kind.</summary>
        public IReadOnlyDictionary<string, object> Because { get; }
        /// <summary>The actor's own options.</summary>
        public IReadOnlyList<Option> Options { get; }
        /// <summary>Facts that were given and that the model does not know.</summary>
        public IReadOnlyList<string> IgnoredFacts { get; }
    }

    /// <summary>One power over one target, and where May puts it.</summary>
    public sealed class PowerOver
    {
        internal PowerOver(Said said)
        {
            Power = said.Text("power");
            Target = said.Text("target");
            Grant = said.TextOrNull("grant");
            Implied = said.BoolOrFalse("implied");
            Notice = said.Has("notice") ? (double?)said.Object("notice").Fields["months"] : null;
            With = said.Ids("with");
            DependsOn = said.Details("depends_on");
            Internal = said.TextOrNull("internal");
            Involve = said.Details("involve");
            Hours = said.Has("hours") ? (Hours?)said.Hours("hours") : null;
            Because = said.DetailOrNull("because");
        }

        /// <summary>The power.</summary>
        public string Power { get; }
        /// <summary>Rule, task or matter.</summary>
        public string Target { get; }
        /// <summary>The grant that gives it; null for implied authority, and where the actor may not.</summary>
        public string Grant { get; }
        /// <summary>By issuing the rule, not by a grant.</summary>
        public bool Implied { get; }
        /// <summary>Months of notice with which the actor may end the rule alone; null: none needed.</summary>
        public double? Notice { get; }
        /// <summary>Others who must take part.</summary>
        public IReadOnlyList<string> With { get; }
        /// <summary>Conditions that are not known.</summary>
        public IReadOnlyList<IReadOnlyDictionary<string, object>> DependsOn { get; }
        /// <summary>The unit above that has it; how it distributes its work is not recorded.</summary>
        public string Internal { get; }
        /// <summary>Whom to involve, in order.</summary>
        public IReadOnlyList<IReadOnlyDictionary<string, object>> Involve { get; }
        /// <summary>Hours a year of the target itself; null: not known.</summary>
        public Hours? Hours { get; }
        /// <summary>Why not; null where the actor may, or may under conditions.</summary>
        public IReadOnlyDictionary<string, object> Because { get; }
    }

    /// <summary>Everything that one actor may, may perhaps, and may not: each pair of power and target in one list.</summary>
    public sealed class WhatMay : Answer
    {
        internal WhatMay(string json) : this(json, Read(json)) { }

        private WhatMay(string json, Said said) : base(json, said)
        {
            Actor = said.Text("actor");
            Powers = said.Ids("powers");
            May = said.Objects("may").Select(one => new PowerOver(one)).Frozen();
            Depends = said.Objects("depends").Select(one => new PowerOver(one)).Frozen();
            MayNot = said.Objects("not").Select(one => new PowerOver(one)).Frozen();
            IgnoredFacts = said.Ids("ignored_facts");
            Complete = said.Bool("complete");
            Text = said.Bilingual("text");
        }

        /// <summary>Id.</summary>
        public string Actor { get; }
        /// <summary>The powers looked at.</summary>
        public IReadOnlyList<string> Powers { get; }
        /// <summary>Alone, with nothing unknown.</summary>
        public IReadOnlyList<PowerOver> May { get; }
        /// <summary>On others, on facts, or on internal distribution.</summary>
        public IReadOnlyList<PowerOver> Depends { get; }
        /// <summary>And why not.</summary>
        public IReadOnlyList<PowerOver> MayNot { get; }
        /// <summary>Facts that were given and that the model does not know.</summary>
        public IReadOnlyList<string> IgnoredFacts { get; }
        /// <summary>false: the time ran out, and some targets were not looked at.</summary>
        public bool Complete { get; }
        /// <summary>The answer in words.</summary>
        public Text Text { get; }
    }
}
