using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace Regelgraf
{
    /// <summary>A row of the qualification sheet.</summary>
    public sealed class QualifiedRule
    {
        internal QualifiedRule(Said said)
        {
            Rule = said.TextOrNull("rule");
            Name = said.BilingualOrNull("name");
            Draft = said.Bool("draft");
            Stands = said.Bool("stands");
            Heap = said.Text("heap");
            HeapBecause = said.Text("heap_because");
            Instrument = said.Text("instrument");
            Cluster = said.Text("cluster");
            Nominated = said.Int("nominated");
            Units = (int?)said.NumberOrNull("units");
            Issuer = said.Ids("issuer");
            IssuerClaimed = said.TextOrNull("issuer_claimed");
            Origin = said.Text("origin");
            OriginClaimed = said.TextOrNull("origin_claimed");
            Hours = said.Hours("hours");
            HoursNominated = said.HoursOrNull("hours_nominated");
            SurplusHours = said.Hours("surplus_hours");
            Duties = said.Ids("duties");
            UsedBy = said.Ids("used_by");
            UsedByClaimed = said.Ids("used_by_claimed");
            Med = said.Bool("med");
            Verdict = (Verdict)Enum.Parse(typeof(Verdict), said.Text("verdict"), true);
            Deciders = said.Details("deciders");
            Involve = said.Details("involve");
            Breaks = said.Ids("breaks");
            UnmetDuties = said.Ids("unmet_duties");
            Redundant = said.Ids("redundant");
            Unexamined = said.Bool("unexamined");
            Proposals = said.Object("proposals").Fields.ToDictionary(one => one.Key, one => (int)(double)one.Value).Frozen();
        }

        /// <summary>Id; null: it is not to be named.</summary>
        public string Rule { get; }
        /// <summary>Its name, or what sort of rule it is where that is not to be named; null: it has none.</summary>
        public Text Name { get; }
        /// <summary>The model does not have it.</summary>
        public bool Draft { get; }
        /// <summary>On the day asked about.</summary>
        public bool Stands { get; }
        /// <summary>"own", "manager", "management", "med_agreement", "council", "exemption" or "state_or_agreement".</summary>
        public string Heap { get; }
        /// <summary>On what the heap rests: "decider", "instrument", "issuer", "waive", "claimed", "nobody".</summary>
        public string HeapBecause { get; }
        /// <summary>As "procedure".</summary>
        public string Instrument { get; }
        /// <summary>The cluster of nominations it comes from.</summary>
        public string Cluster { get; }
        /// <summary>How often.</summary>
        public int Nominated { get; }
        /// <summary>How many units nominated it; null: fewer than Qualification.AtLeast.</summary>
        public int? Units { get; }
        /// <summary>Who made it.</summary>
        public IReadOnlyList<string> Issuer { get; }
        /// <summary>Who made it, as most nominations say: as Nomination.DecidedBy; null: nobody says, or they differ.</summary>
        public string IssuerClaimed { get; }
        /// <summary>Where it comes from, as in Why.</summary>
        public string Origin { get; }
        /// <summary>The origin that the model claims; null: nothing recorded.</summary>
        public string OriginClaimed { get; }
        /// <summary>A year, as the model has them.</summary>
        public Hours Hours { get; }
        /// <summary>A year, as nominations state them; null: nobody states any, or too few units do.</summary>
        public Hours? HoursNominated { get; }
        /// <summary>A year above what is required.</summary>
        public Hours SurplusHours { get; }
        /// <summary>Duties that cannot be met without it.</summary>
        public IReadOnlyList<string> Duties { get; }
        /// <summary>Who uses it.</summary>
        public IReadOnlyList<string> UsedBy { get; }
        /// <summary>Who uses it, as nominations say.</summary>
        public IReadOnlyList<string> UsedByClaimed { get; }
        /// <summary>It goes through MED.</summary>
        public bool Med { get; }
        /// <summary>What the question who may repeal it comes to.</summary>
        public Verdict Verdict { get; }
        /// <summary>Who may repeal it, best first: "holders", "jointly", "tier", "grant", ...</summary>
        public IReadOnlyList<IReadOnlyDictionary<string, object>> Deciders { get; }
        /// <summary>Whom the first of them has to involve, in order.</summary>
        public IReadOnlyList<IReadOnlyDictionary<string, object>> Involve { get; }
        /// <summary>What breaks without it.</summary>
        public IReadOnlyList<string> Breaks { get; }
        /// <summary>Duties that are unmet without it.</summary>
        public IReadOnlyList<string> UnmetDuties { get; }
        /// <summary>What can go too.</summary>
        public IReadOnlyList<string> Redundant { get; }
        /// <summary>true: nobody may read "nothing breaks".</summary>
        public bool Unexamined { get; }
        /// <summary>What is proposed, how often.</summary>
        public IReadOnlyDictionary<string, int> Proposals { get; }
    }

    /// <summary>The qualification sheet: a row a rule, by heap. Equal where the library said the same.</summary>
    public sealed class Qualification : Answer, IReadOnlyList<QualifiedRule>
    {
        internal Qualification(string json) : this(json, Read(json)) { }

        private Qualification(string json, Said said) : base(json, said)
        {
            Rules = said.Objects("rules").Select(one => new QualifiedRule(one)).Frozen();
            Trends = said.Objects("trends").ToDictionary(one => one.Text("by"), one => one.Details("groups")).Frozen();
            AtLeast = said.Int("at_least");
            Nominations = said.Int("nominations");
        }

        /// <summary>Every row.</summary>
        public IReadOnlyList<QualifiedRule> Rules { get; }
        /// <summary>By "issuer", "area", "type", "level" and "proposal": groups, each with "key", "nominated", "units", "hours"; or with
        /// "suppressed" where fewer units than AtLeast are in it.</summary>
        public IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, object>>> Trends { get; }
        /// <summary>Fewer units than this are not counted.</summary>
        public int AtLeast { get; }
        /// <summary>Rows of the table.</summary>
        public int Nominations { get; }
        /// <summary>How many rows the sheet has.</summary>
        public int Count => Rules.Count;
        /// <summary>One of them.</summary>
        public QualifiedRule this[int i] => Rules[i];

        /// <summary>The rows of one heap, in their order.</summary>
        public IReadOnlyList<QualifiedRule> Heap(string heap) => Rules.Where(one => one.Heap == heap).Frozen();

        /// <summary>One row after the other.</summary>
        public IEnumerator<QualifiedRule> GetEnumerator() => Rules.GetEnumerator();
        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
