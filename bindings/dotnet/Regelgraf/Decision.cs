using System;
using System.Collections.Generic;
using System.Linq;

namespace Regelgraf
{
    /// <summary>What a question of authority comes to.</summary>
    public enum Verdict
    {
        /// <summary>The first option's holder decides.</summary>
        Competent = 0,
        /// <summary>Several together.</summary>
        Joint = 1,
        /// <summary>It depends on something the question does not tell.</summary>
        Conditional = 2,
        /// <summary>Nothing specific was recorded: by general competence.</summary>
        Residual = 3,
        /// <summary>There would be somebody but for a prohibition.</summary>
        Barred = 4,
        /// <summary>Nobody is recorded.</summary>
        Nobody = 5
    }

    /// <summary>One way to decide: who, on what authority, on what it depends, whom to involve.</summary>
    public sealed class Option
    {
        internal Option(Said said)
        {
            Holders = said.Ids("holders");
            Jointly = said.Int("jointly");
            Tier = said.Text("tier");
            Grant = said.TextOrNull("grant");
            Chain = said.Objects("chain").Select(one => one.Text("grant")).Frozen();
            Implied = said.BoolOrFalse("implied");
            Notice = said.Has("notice") ? (double?)said.Object("notice").Fields["months"] : null;
            Exceptional = said.BoolOrFalse("exceptional");
            DependsOn = said.Details("depends_on");
            Involve = said.Details("involve");
            Warnings = said.Details("warnings");
            Must = said.Ids("must");
        }

        /// <summary>Who.</summary>
        public IReadOnlyList<string> Holders { get; }
        /// <summary>How many of the holders must act together: 1 for one alone.</summary>
        public int Jointly { get; }
        /// <summary>The tier they are of.</summary>
        public string Tier { get; }
        /// <summary>Id of the grant; null for implied authority.</summary>
        public string Grant { get; }
        /// <summary>Ids of the grants from the root to Grant.</summary>
        public IReadOnlyList<string> Chain { get; }
        /// <summary>By issuing the rule, not by a grant.</summary>
        public bool Implied { get; }
        /// <summary>Months after which the rule is ended by notice; null: not by notice.</summary>
        public double? Notice { get; }
        /// <summary>Only as an exception.</summary>
        public bool Exceptional { get; }
        /// <summary>What the question did not tell and the option depends on; empty: on nothing.</summary>
        public IReadOnlyList<IReadOnlyDictionary<string, object>> DependsOn { get; }
        /// <summary>Whom to involve, in order.</summary>
        public IReadOnlyList<IReadOnlyDictionary<string, object>> Involve { get; }
        /// <summary>What is worth a look.</summary>
        public IReadOnlyList<IReadOnlyDictionary<string, object>> Warnings { get; }
        /// <summary>Bodies that must be among those who act.</summary>
        public IReadOnlyList<string> Must { get; }
    }

    /// <summary>Who decides.</summary>
    public sealed class Decision : Answer
    {
        internal Decision(string json) : this(json, Read(json)) { }

        private Decision(string json, Said said) : base(json, said)
        {
            Verdict = (Verdict)Enum.Parse(typeof(Verdict), said.Text("verdict"), true);
            Options = said.Objects("options").Select(one => new Option(one)).Frozen();
            Recommends = said.Ids("recommends");
            Informed = said.Ids("informed");
            Heard = said.Ids("heard");
            Also = said.Details("also");
            Appeal = said.DetailOrNull("appeal");
            NearMisses = said.Details("near_misses");
            BarredBy = said.Ids("barred_by");
            IgnoredFacts = said.Ids("ignored_facts");
            Text = said.Bilingual("text");
        }

        /// <summary>What it comes to.</summary>
        public Verdict Verdict { get; }
        /// <summary>Best first.</summary>
        public IReadOnlyList<Option> Options { get; }
        /// <summary>Of the first option: who recommends before.</summary>
        public IReadOnlyList<string> Recommends { get; }
        /// <summary>Of the first option: who is informed after.</summary>
        public IReadOnlyList<string> Informed { get; }
        /// <summary>Of the first option: who is heard before.</summary>
        public IReadOnlyList<string> Heard { get; }
        /// <summary>Powers that a decision on this matter needs besides.</summary>
        public IReadOnlyList<IReadOnlyDictionary<string, object>> Also { get; }
        /// <summary>To whom one may appeal; null: not known.</summary>
        public IReadOnlyDictionary<string, object> Appeal { get; }
        /// <summary>Who would have been competent but for one thing.</summary>
        public IReadOnlyList<IReadOnlyDictionary<string, object>> NearMisses { get; }
        /// <summary>Bars that take out a holder otherwise left.</summary>
        public IReadOnlyList<string> BarredBy { get; }
        /// <summary>Facts that were given and that the model does not know.</summary>
        public IReadOnlyList<string> IgnoredFacts { get; }
        /// <summary>The answer in words.</summary>
        public Text Text { get; }
    }

    /// <summary>Who decides, as a note for a case file. It states authority, never lawfulness.</summary>
    public sealed class JournalNote : Answer
    {
        internal JournalNote(string json) : this(json, Read(json)) { }

        private JournalNote(string json, Said said) : base(json, said)
        {
            Text = said.Object("note").Text("text");
            AgendaLine = said.Object("note").Text("agenda_line");
            Verdict = (Verdict)Enum.Parse(typeof(Verdict), said.Object("note").Text("verdict"), true);
            Earliest = said.Object("note").TextOrNull("earliest");
            ToAsk = said.Object("note").Ids("to_ask");
            Warnings = said.Object("note").Ids("warnings");
            Withheld = said.Object("note").Int("withheld");
        }

        /// <summary>The note itself: plain text, lines of at most 80 characters.</summary>
        public string Text { get; }
        /// <summary>The line that agendas print.</summary>
        public string AgendaLine { get; }
        /// <summary>What it comes to.</summary>
        public Verdict Verdict { get; }
        /// <summary>The first day on which all before the decision can be over; null: no date, or nothing to wait for.</summary>
        public string Earliest { get; }
        /// <summary>What to ask, in the model's own words.</summary>
        public IReadOnlyList<string> ToAsk { get; }
        /// <summary>What is worth a look.</summary>
        public IReadOnlyList<string> Warnings { get; }
        /// <summary>How many internal elements the note does not name.</summary>
        public int Withheld { get; }
    }

    /// <summary>How to remove elements, step by step.</summary>
    public sealed class RemovalPlan : Answer
    {
        internal RemovalPlan(string json) : this(json, Read(json)) { }

        private RemovalPlan(string json, Said said) : base(json, said)
        {
            Removed = said.Ids("removed");
            Steps = said.Details("steps");
            Decisions = said.Details("decisions");
            PutInPlaceFirst = said.Details("put_in_place_first");
            CanGoAlong = said.Ids("can_go_along");
            Possible = said.Bool("possible");
            Earliest = said.TextOrNull("earliest");
            EarliestAfter = said.DetailOrNull("earliest");
            IgnoredFacts = said.Ids("ignored_facts");
            Text = said.Bilingual("text");
        }

        /// <summary>What is to go.</summary>
        public IReadOnlyList<string> Removed { get; }
        /// <summary>In order: "step", "elements", "done" and more; "step" is "examine", "put_in_place", "involve", "decide", "notice" or
        /// "take_effect".</summary>
        public IReadOnlyList<IReadOnlyDictionary<string, object>> Steps { get; }
        /// <summary>One an element: an answer as of WhoDecides, and "remove".</summary>
        public IReadOnlyList<IReadOnlyDictionary<string, object>> Decisions { get; }
        /// <summary>What duties would lack: "duty", "at_least", "of", "left".</summary>
        public IReadOnlyList<IReadOnlyDictionary<string, object>> PutInPlaceFirst { get; }
        /// <summary>Become redundant.</summary>
        public IReadOnlyList<string> CanGoAlong { get; }
        /// <summary>Somebody has the authority over each.</summary>
        public bool Possible { get; }
        /// <summary>The day all can be gone; null without a date, and where it is not possible.</summary>
        public string Earliest { get; }
        /// <summary>Without a date: "days" and "months" that pass; else null.</summary>
        public IReadOnlyDictionary<string, object> EarliestAfter { get; }
        /// <summary>Facts that were given and that the model does not know.</summary>
        public IReadOnlyList<string> IgnoredFacts { get; }
        /// <summary>The answer in words.</summary>
        public Text Text { get; }
    }
}
