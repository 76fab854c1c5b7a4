using System.Collections.Generic;
using System.Linq;

namespace Regelgraf
{
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
            return found.Frozen();
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
}
