using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Regelgraf
{
    /// <summary>An answer in words.</summary>
    public sealed class Text
    {
        internal Text(Said said)
        {
            Da = said.Text("da");
            En = said.Text("en");
        }

        /// <summary>In Danish.</summary>
        public string Da { get; }
        /// <summary>In English.</summary>
        public string En { get; }

        /// <summary>The Danish text.</summary>
        public override string ToString() => Da;
    }

    /// <summary>Hours as a span.</summary>
    public struct Hours : IEquatable<Hours>
    {
        /// <summary>Hours from low to high.</summary>
        public Hours(double low, double likely, double high)
        {
            Low = low;
            Likely = likely;
            High = high;
        }

        /// <summary>At least.</summary>
        public double Low { get; }
        /// <summary>Most likely.</summary>
        public double Likely { get; }
        /// <summary>At most.</summary>
        public double High { get; }

        /// <summary>The same span.</summary>
        public bool Equals(Hours other) => Low == other.Low && Likely == other.Likely && High == other.High;
        /// <summary>The same span.</summary>
        public override bool Equals(object other) => other is Hours hours && Equals(hours);
        /// <summary>Of the three figures.</summary>
        public override int GetHashCode() => (Low.GetHashCode() * 31 + Likely.GetHashCode()) * 31 + High.GetHashCode();
        /// <summary>The same span.</summary>
        public static bool operator ==(Hours a, Hours b) => a.Equals(b);
        /// <summary>Another span.</summary>
        public static bool operator !=(Hours a, Hours b) => !a.Equals(b);
        /// <summary>"260–520", or one figure where they are the same.</summary>
        public override string ToString() =>
            Low == High ? Low.ToString(CultureInfo.InvariantCulture)
                        : Low.ToString(CultureInfo.InvariantCulture) + "–" + High.ToString(CultureInfo.InvariantCulture);

        internal static Hours Of(object value)
        {
            var figures = (IReadOnlyList<object>)value;
            return new Hours((double)figures[0], (double)figures[1], (double)figures[2]);
        }
    }

    /// <summary>
    /// What all answers have. They never change, outlive their model, and are equal where the library said the same, byte for
    /// byte. What is a "detail" in the form of FORMATS section 2 is a dictionary: objects are IReadOnlyDictionary of string and
    /// object, lists IReadOnlyList of object, numbers double.
    /// </summary>
    public abstract class Answer
    {
        internal Answer(string json, Said said)
        {
            Json = json;
            Date = said.TextOrNull("date");
        }

        /// <summary>The answer as the library gave it.</summary>
        public string Json { get; }
        /// <summary>The day asked about, YYYY-MM-DD; null: the model's last state.</summary>
        public string Date { get; }

        /// <summary>The whole answer as FORMATS section 2 has it, causes and derivations included.</summary>
        public IReadOnlyDictionary<string, object> ToDictionary() => Regelgraf.Json.ReadObject(Json);

        /// <summary>The library said the same.</summary>
        public override bool Equals(object other) => other is Answer answer && answer.Json == Json;
        /// <summary>Of what the library said.</summary>
        public override int GetHashCode() => Json.GetHashCode();

        internal static Said Read(string json) => new Said(Regelgraf.Json.Read(json));
    }

    /// <summary>Who decided about an entry of what changed, and who decides now.</summary>
    public sealed class MovedAuthority
    {
        internal MovedAuthority(Said said)
        {
            Entry = said.TextOrNull("entry");
            EntryFields = said.DetailOrNull("entry");
            Power = said.Text("power");
            Unit = said.TextOrNull("unit");
            Before = said.Ids("before");
            After = said.Ids("after");
        }

        /// <summary>An id or "*"; null where EntryFields says it.</summary>
        public string Entry { get; }
        /// <summary>The fields of the rules it is about: "matter", "instrument", "issuer"; else null.</summary>
        public IReadOnlyDictionary<string, object> EntryFields { get; }
        /// <summary>"*": what a grant of every power gives.</summary>
        public string Power { get; }
        /// <summary>Asked of this unit; null: of no unit in particular.</summary>
        public string Unit { get; }
        /// <summary>Who decided.</summary>
        public IReadOnlyList<string> Before { get; }
        /// <summary>Who decides; empty: a gap.</summary>
        public IReadOnlyList<string> After { get; }
    }

    /// <summary>What breaks if elements are removed; every list in order of id.</summary>
    public class Breaks : Answer
    {
        internal Breaks(string json) : this(json, Read(json)) { }

        internal Breaks(string json, Said said) : base(json, said)
        {
            Removed = said.Ids("removed");
            Within = said.TextOrNull("within");
            Lapsed = said.Ids("lapsed");
            Broken = said.Ids("broken");
            UnmetDuties = said.Ids("unmet_duties");
            Redundant = said.Ids("redundant");
            Purposeless = said.Ids("purposeless");
            Weakened = said.Ids("weakened");
            Affected = said.Ids("affected");
            Revived = said.Ids("revived");
            Unexamined = said.Ids("unexamined");
            InvolvementsGone = said.Ids("involvements_gone");
            Authority = said.Objects("authority").Select(one => new MovedAuthority(one)).Frozen();
            Hours = said.HoursByName("hours");
            Through = Ways(said);
            Text = said.Bilingual("text");
        }

        /// <summary>What was removed.</summary>
        public IReadOnlyList<string> Removed { get; }
        /// <summary>The unit it is seen from; null: everywhere.</summary>
        public string Within { get; }
        /// <summary>Lost their legal ground.</summary>
        public IReadOnlyList<string> Lapsed { get; }
        /// <summary>Can no longer work.</summary>
        public IReadOnlyList<string> Broken { get; }
        /// <summary>The alarm.</summary>
        public IReadOnlyList<string> UnmetDuties { get; }
        /// <summary>Can go too, and nothing more breaks.</summary>
        public IReadOnlyList<string> Redundant { get; }
        /// <summary>Lost their purpose but are still leaned on.</summary>
        public IReadOnlyList<string> Purposeless { get; }
        /// <summary>Stand with nothing to spare.</summary>
        public IReadOnlyList<string> Weakened { get; }
        /// <summary>Use something that is gone.</summary>
        public IReadOnlyList<string> Affected { get; }
        /// <summary>Apply now, because what kept them away is gone.</summary>
        public IReadOnlyList<string> Revived { get; }
        /// <summary>Not empty: nobody may read "nothing breaks".</summary>
        public IReadOnlyList<string> Unexamined { get; }
        /// <summary>Rules of involvement that are gone.</summary>
        public IReadOnlyList<string> InvolvementsGone { get; }
        /// <summary>Authority that lapsed or moved; of a WhatIf always empty.</summary>
        public IReadOnlyList<MovedAuthority> Authority { get; }
        /// <summary>Hours a year, by "removed", "fallen", "redundant", and "one_off".</summary>
        public IReadOnlyDictionary<string, Hours> Hours { get; }
        /// <summary>For each element affected, the shortest way to it from a removed one.</summary>
        public IReadOnlyDictionary<string, IReadOnlyList<string>> Through { get; }
        /// <summary>The answer in words.</summary>
        public Text Text { get; }

        private static IReadOnlyDictionary<string, IReadOnlyList<string>> Ways(Said said)
        {
            var found = new Dictionary<string, IReadOnlyList<string>>();
            foreach (string list in new[] { "lapsed", "broken", "redundant", "purposeless", "weakened" })
                foreach (Said one in said.Objects(list)) found[one.Text("id")] = one.Ids("through");
            return found;
        }
    }

    /// <summary>What follows from a change. Hours also has "added" (of what stands anew), "changed" (freed by other figures), "net" (removed +
    /// fallen + changed - added) and "one_off_added"; a difference is low less high, likely less likely, high less low.</summary>
    public sealed class WhatIf : Breaks
    {
        internal WhatIf(string json) : this(json, Read(json)) { }

        private WhatIf(string json, Said said) : base(json, said)
        {
            Added = said.Ids("added");
            Changed = said.Ids("changed");
            StandsAnew = said.Ids("stands_anew");
            StandsNot = said.Ids("stands_not");
        }

        /// <summary>Elements added.</summary>
        public IReadOnlyList<string> Added { get; }
        /// <summary>Given other fields.</summary>
        public IReadOnlyList<string> Changed { get; }
        /// <summary>Stand now and did not before, added ones included.</summary>
        public IReadOnlyList<string> StandsAnew { get; }
        /// <summary>Added or changed, and stand neither before nor after.</summary>
        public IReadOnlyList<string> StandsNot { get; }
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

    /// <summary>What an element hangs on: sets of elements, smallest first, none part of another.</summary>
    public sealed class Cuts : Answer
    {
        internal Cuts(string json) : this(json, Read(json)) { }

        private Cuts(string json, Said said) : base(json, said)
        {
            Element = said.Text("element");
            To = said.Text("to");
            Stands = said.Bool("stands");
            Sets = said.Paths("sets");
            Complete = said.Bool("complete");
            Text = said.Bilingual("text");
        }

        /// <summary>The element asked about.</summary>
        public string Element { get; }
        /// <summary>"break" or "restore".</summary>
        public string To { get; }
        /// <summary>Whether the element stands as things are.</summary>
        public bool Stands { get; }
        /// <summary>A set of one is a single point of failure; the one empty set: nothing need be done.</summary>
        public IReadOnlyList<IReadOnlyList<string>> Sets { get; }
        /// <summary>false: the limit or the time cut the list; there may be more.</summary>
        public bool Complete { get; }
        /// <summary>The answer in words.</summary>
        public Text Text { get; }
    }

    /// <summary>Why an element is there.</summary>
    public sealed class Why : Answer
    {
        internal Why(string json) : this(json, Read(json)) { }

        private Why(string json, Said said) : base(json, said)
        {
            Stands = said.Bool("stands");
            Origin = said.Text("origin");
            Claimed = said.TextOrNull("claimed");
            Claims = said.Has("claims") ? said.Object("claims").Fields.ToDictionary(one => one.Key, one => (string)one.Value) : new Dictionary<string, string>();
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

    /// <summary>Somebody who may use a power, and on which terms.</summary>
    public sealed class Decider
    {
        internal Decider(Said said)
        {
            Actor = said.Text("actor");
            Terms = said.Objects("terms").Select(one => new Text(one)).Frozen();
        }

        /// <summary>Id.</summary>
        public string Actor { get; }
        /// <summary>One an option; an empty text: alone and whatever the case.</summary>
        public IReadOnlyList<Text> Terms { get; }
    }

    /// <summary>A target over which the authority is another than before.</summary>
    public sealed class AuthorityDiff
    {
        internal AuthorityDiff(Said said)
        {
            Target = said.Text("target");
            Power = said.Text("power");
            Gained = said.Ids("gained");
            Lost = said.Ids("lost");
            Before = said.Objects("before").Select(one => new Decider(one)).Frozen();
            After = said.Objects("after").Select(one => new Decider(one)).Frozen();
        }

        /// <summary>Id.</summary>
        public string Target { get; }
        /// <summary>The power.</summary>
        public string Power { get; }
        /// <summary>Who may now and might not.</summary>
        public IReadOnlyList<string> Gained { get; }
        /// <summary>Who might and may no longer.</summary>
        public IReadOnlyList<string> Lost { get; }
        /// <summary>Who might.</summary>
        public IReadOnlyList<Decider> Before { get; }
        /// <summary>Who may.</summary>
        public IReadOnlyList<Decider> After { get; }
    }

    /// <summary>An element that only one of the models has, or that they write differently.</summary>
    public sealed class ElementDiff
    {
        internal ElementDiff(Said said)
        {
            Id = said.Text("id");
            Change = said.Text("change");
            Fields = said.Ids("fields");
        }

        /// <summary>Id.</summary>
        public string Id { get; }
        /// <summary>"added", "removed" or "changed".</summary>
        public string Change { get; }
        /// <summary>Of a change: the fields that differ.</summary>
        public IReadOnlyList<string> Fields { get; }
    }

    /// <summary>What changed between two models, in meaning.</summary>
    public sealed class Diff : Answer
    {
        internal Diff(string json) : this(json, Read(json)) { }

        private Diff(string json, Said said) : base(json, said)
        {
            Elements = said.Objects("elements").Select(one => new ElementDiff(one)).Frozen();
            Authority = said.Objects("authority").Select(one => new AuthorityDiff(one)).Frozen();
            Breaks = said.Ids("breaks");
            StandsAnew = said.Ids("stands_anew");
            UnmetDuties = said.Ids("unmet_duties");
            Hours = said.HoursByName("hours");
            Text = said.Bilingual("text");
        }

        /// <summary>Elements that differ.</summary>
        public IReadOnlyList<ElementDiff> Elements { get; }
        /// <summary>Authority that differs.</summary>
        public IReadOnlyList<AuthorityDiff> Authority { get; }
        /// <summary>Of the elements that both have: stood before and do not now.</summary>
        public IReadOnlyList<string> Breaks { get; }
        /// <summary>Stand now and did not before.</summary>
        public IReadOnlyList<string> StandsAnew { get; }
        /// <summary>Duties unmet now that were not.</summary>
        public IReadOnlyList<string> UnmetDuties { get; }
        /// <summary>A year: "before", "after", "net".</summary>
        public IReadOnlyDictionary<string, Hours> Hours { get; }
        /// <summary>The answer in words.</summary>
        public Text Text { get; }
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

    /// <summary>One element, and what would come of removing it alone.</summary>
    public sealed class Ranked
    {
        internal Ranked(Said said)
        {
            Id = said.Text("id");
            Breaks = said.Int("breaks");
            Duties = said.Int("duties");
            Hours = said.Hours("hours");
        }

        /// <summary>Id.</summary>
        public string Id { get; }
        /// <summary>How many others would fall.</summary>
        public int Breaks { get; }
        /// <summary>How many duties would be unmet.</summary>
        public int Duties { get; }
        /// <summary>Hours a year of itself and of what would fall.</summary>
        public Hours Hours { get; }
    }

    /// <summary>Elements by what depends on each alone.</summary>
    public sealed class Ranking : Answer
    {
        internal Ranking(string json) : this(json, Read(json)) { }

        private Ranking(string json, Said said) : base(json, said)
        {
            By = said.Text("by");
            Order = said.Objects("order").Select(one => new Ranked(one)).Frozen();
            Complete = said.Bool("complete");
        }

        /// <summary>The figure that orders.</summary>
        public string By { get; }
        /// <summary>Most first; ties by breaks, duties, likely hours, then id.</summary>
        public IReadOnlyList<Ranked> Order { get; }
        /// <summary>false: the time ran out, and some were not looked at.</summary>
        public bool Complete { get; }
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
