using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace Regelgraf
{
    /// <summary>What the table of a delegation plan does not say about itself.</summary>
    public sealed class PlanOptions
    {
        /// <summary>The plan's name in Danish.</summary>
        public string Name { get; set; }
        /// <summary>In English.</summary>
        public string NameEn { get; set; }
        /// <summary>Layers the model stands on, by name or path.</summary>
        public IEnumerable<string> Extends { get; set; }
        /// <summary>Ids of rules in a layer that the plan rests on.</summary>
        public IEnumerable<string> Basis { get; set; }
        /// <summary>The first day on which the plan applies.</summary>
        public Date ValidFrom { get; set; }
        /// <summary>The first day on which it no longer does.</summary>
        public Date ValidUntil { get; set; }
        /// <summary>JSON: what the table calls its columns and marks.</summary>
        public string Mapping { get; set; }
        /// <summary>Head of the council's column, or its name where it has none.</summary>
        public string Council { get; set; }
        /// <summary>Head of the committee whose own plan it is.</summary>
        public string Owner { get; set; }

        internal PlanOptionsHandle Make(string id)
        {
            Calls.Check(Native.rg_plan_options_new(Utf8.Ended(id, nameof(id)), out PlanOptionsHandle made, out IntPtr error), error);
            try
            {
                Set(made, Native.PlanOption.NameDa, Name);
                Set(made, Native.PlanOption.NameEn, NameEn);
                foreach (string layer in Extends ?? Enumerable.Empty<string>()) Set(made, Native.PlanOption.Extends, layer);
                foreach (string rule in Basis ?? Enumerable.Empty<string>()) Set(made, Native.PlanOption.Basis, rule);
                Set(made, Native.PlanOption.From, ValidFrom?.Day);
                Set(made, Native.PlanOption.Until, ValidUntil?.Day);
                Set(made, Native.PlanOption.Mapping, Mapping);
                Set(made, Native.PlanOption.Council, Council);
                Set(made, Native.PlanOption.Owner, Owner);
                return made;
            }
            catch
            {
                made.Dispose();
                throw;
            }
        }

        private static void Set(PlanOptionsHandle options, Native.PlanOption option, string value)
        {
            if (value == null) return;
            Calls.Check(Native.rg_plan_options_set(options, option, Utf8.Ended(value, "plan"), out IntPtr error), error);
        }
    }

    /// <summary>One thing in a table that is worth a look; Element is the row's matter, and so its number.</summary>
    public sealed class PlanFinding : SourceFinding
    {
        internal PlanFinding(Said said) : base(said) { }
    }

    /// <summary>What a table says too little about, or what it cannot say of a model.</summary>
    public sealed class PlanFindings : IReadOnlyList<PlanFinding>
    {
        internal PlanFindings(string json)
        {
            Json = json;
            All = Answer.Read(json).Objects("findings").Select(one => new PlanFinding(one)).Frozen();
        }

        /// <summary>As the library gave it.</summary>
        public string Json { get; }
        /// <summary>Every finding.</summary>
        public IReadOnlyList<PlanFinding> All { get; }
        /// <summary>How many.</summary>
        public int Count => All.Count;
        /// <summary>One of them.</summary>
        public PlanFinding this[int i] => All[i];
        /// <summary>One after the other.</summary>
        public IEnumerator<PlanFinding> GetEnumerator() => All.GetEnumerator();
        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        /// <summary>Reads findings and frees them.</summary>
        internal static PlanFindings Take(FindingsHandle findings)
        {
            using (findings)
                return new PlanFindings(Calls.Taken(Native.rg_findings_json(findings, out TextHandle text, out IntPtr error), text, error));
        }
    }
}
