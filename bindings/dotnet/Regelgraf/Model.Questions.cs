using System;
using System.Collections.Generic;
using System.Threading;

namespace Regelgraf
{
    // What breaks, and why things are there.
    public sealed partial class Model
    {
        /// <summary>What breaks if this element is removed?</summary>
        public Breaks WhatBreaks(string remove, string within = null, Date date = null) => WhatBreaks(new[] { remove }, within, date);

        /// <summary>
        /// What breaks if these elements are removed? `within`: a unit, for a trial there alone; `date`: the day to look at, else
        /// the model's last state. Throws UnknownElementException, InvalidQuestionException.
        /// </summary>
        public Breaks WhatBreaks(IEnumerable<string> remove, string within = null, Date date = null)
        {
            if (remove == null) throw new ArgumentNullException(nameof(remove));
            using (var ids = new TextArray(remove, nameof(remove)))
            {
                Calls.Check(Native.rg_what_breaks(model, ids.Pointers, ids.Count, Utf8.EndedOrNull(within, nameof(within)),
                                                  Utf8.EndedOrNull(date?.Day, nameof(date)), out BreaksHandle breaks, out IntPtr error),
                            error);
                using (breaks) return new Breaks(TakenOf(breaks));
            }
        }

        private static string TakenOf(BreaksHandle breaks) =>
            Calls.Taken(Native.rg_breaks_json(breaks, out TextHandle text, out IntPtr error), text, error);

        /// <summary>
        /// What follows if elements are removed, added and given other fields, all at once? `add`: elements as in a model file, as
        /// dictionaries; `change`: by id a dictionary of the fields that take the place of the element's own, null taking one
        /// away. The rest as WhatBreaks. Throws InvalidModelException with every finding about what is added and changed too.
        /// </summary>
        public WhatIf WhatIf(IEnumerable<string> remove = null, IEnumerable<IDictionary<string, object>> add = null,
                             IDictionary<string, object> change = null, string within = null, Date date = null)
        {
            var asked = new Dictionary<string, object>
            {
                ["remove"] = remove ?? new string[0],
                ["add"] = add ?? new IDictionary<string, object>[0],
                ["change"] = change ?? new Dictionary<string, object>()
            };
            if (within != null) asked["within"] = within;
            if (date != null) asked["date"] = date.Day;
            return WhatIf(Json.Write(asked));
        }

        /// <summary>The same, with the change as JSON: {"remove", "add", "change", "within", "date"}.</summary>
        public WhatIf WhatIf(string change)
        {
            byte[] given = Utf8.Bytes(change, nameof(change));
            Calls.Check(Native.rg_what_if(model, given, Utf8.Size(given), out BreaksHandle breaks, out IntPtr error), error);
            using (breaks) return new WhatIf(TakenOf(breaks));
        }

        /// <summary>
        /// Try removals step by step. A session only removes and puts back; WhatIf answers once for a whole change, in which elements
        /// may also come and get other fields. Throws UnknownElementException, InvalidQuestionException.
        /// </summary>
        public WhatIfSession WhatIfSession(string within = null, Date date = null)
        {
            Calls.Check(Native.rg_session_new(model, Utf8.EndedOrNull(within, nameof(within)), Utf8.EndedOrNull(date?.Day, nameof(date)),
                                              out SessionHandle session, out IntPtr error), error);
            return new WhatIfSession(session);
        }

        /// <summary>
        /// The minimal sets of elements that fell `element` if they go, smallest first; with `to` "restore" those that make it
        /// stand if they are put in force. After `deadline` it answers with what was found, not Complete. Throws
        /// UnknownElementException, InvalidQuestionException.
        /// </summary>
        public Cuts Cuts(string element, string to = "break", int atMost = 100, TimeSpan? deadline = null, Date date = null)
        {
            if (to != "break" && to != "restore") throw new InvalidQuestionException("expected `break` or `restore`", nameof(to));
            if (atMost < 1) throw new InvalidQuestionException("expected a whole number from 1", "at_most");
            if (deadline < TimeSpan.Zero) throw new InvalidQuestionException("expected no less than 0 seconds", "seconds");
            Native.CutsTo wanted = to == "break" ? Native.CutsTo.Break : Native.CutsTo.Restore;
            Calls.Check(Native.rg_cuts(model, Utf8.Ended(element, nameof(element)), wanted, (UIntPtr)(uint)atMost,
                                       deadline?.TotalSeconds ?? -1, Utf8.EndedOrNull(date?.Day, nameof(date)), out CutSetsHandle sets,
                                       out IntPtr error), error);
            using (sets) return new Cuts(Calls.Taken(Native.rg_cut_sets_json(sets, out TextHandle text, out error), text, error));
        }

        /// <summary>
        /// How much falls with each element if it alone is removed? Most first. `by`: "breaks", "hours" or "duties"; `top`: how
        /// many are listed, else all; `among`: whom to look at, else all that stand; an empty list is refused.
        /// `cancellationToken` ends the call, which throws OperationCanceledException; after `deadline` it answers what it has, and
        /// is not Complete; `progress` is told in the calling thread, and what it throws ends the call and comes out of it.
        /// </summary>
        public Ranking Rank(string by = "breaks", int? top = null, IEnumerable<string> among = null, Date date = null,
                            CancellationToken cancellationToken = default(CancellationToken), TimeSpan? deadline = null,
                            IProgress<Progress> progress = null)
        {
            int figure = Array.IndexOf(new[] { "breaks", "hours", "duties" }, by);  // as Native.RankBy
            if (figure < 0) throw new InvalidQuestionException("expected `breaks`, `hours` or `duties`", nameof(by));
            if (top < 1) throw new InvalidQuestionException("expected a whole number from 1", nameof(top));
            using (var ids = new TextArray(among, nameof(among)))
            using (var limits = new CallLimits(cancellationToken, deadline, progress))
            {
                limits.Check(Native.rg_rank(model, (Native.RankBy)figure, (UIntPtr)(uint)(top ?? 0), ids.Pointers, ids.Count,
                                            Utf8.EndedOrNull(date?.Day, nameof(date)), limits.Handle, out RankingHandle ranking,
                                            out IntPtr error), error);
                using (ranking)
                    return new Ranking(Calls.Taken(Native.rg_ranking_json(ranking, out TextHandle text, out error), text, error));
            }
        }

        /// <summary>Why is this element there: its ground, its purpose, where it comes from? Throws UnknownElementException.</summary>
        public Why Why(string id, Date date = null)
        {
            Calls.Check(Native.rg_why(model, Utf8.Ended(id, "element"), Utf8.EndedOrNull(date?.Day, nameof(date)),
                                      out ReasonsHandle reasons, out IntPtr error), error);
            using (reasons) return new Why(Calls.Taken(Native.rg_reasons_json(reasons, out TextHandle text, out error), text, error));
        }

        /// <summary>
        /// How many hours do rules and tasks cost, by "tier", "instrument", "issuer", "matter" or "actor"? `within`: a unit, for what
        /// lies there alone. Throws UnknownElementException, InvalidQuestionException.
        /// </summary>
        public Burden Burden(string by, string within = null, Date date = null)
        {
            Calls.Check(Native.rg_burden_by(model, Utf8.Ended(by, nameof(by)), Utf8.EndedOrNull(within, nameof(within)),
                                            Utf8.EndedOrNull(date?.Day, nameof(date)), out BurdenHandle burden, out IntPtr error), error);
            using (burden) return new Burden(Calls.Taken(Native.rg_burden_json(burden, out TextHandle text, out error), text, error));
        }

        /// <summary>What in the model is worth a look: rules without ground, dead rules, claims it contradicts.</summary>
        public Findings Check(Date date = null)
        {
            Calls.Check(Native.rg_check(model, Utf8.EndedOrNull(date?.Day, nameof(date)), out FindingsHandle findings, out IntPtr error),
                        error);
            using (findings)
                return new Findings(Calls.Taken(Native.rg_findings_json(findings, out TextHandle text, out error), text, error));
        }
    }
}
