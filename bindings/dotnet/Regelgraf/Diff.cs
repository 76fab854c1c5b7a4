using System.Collections.Generic;
using System.Linq;

namespace Regelgraf
{
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
}
