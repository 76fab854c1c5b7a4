using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;

namespace Regelgraf
{
    // Who decides. Each question takes the rest of the case: `unit`, the unit it belongs to; `date`; `facts`, values by name, alias
    // or judgement (numbers, bool, string, dates; null: not known), an unknown name being listed in IgnoredFacts; `disqualified`,
    // `absent`: actors who may not or cannot.
    public sealed partial class Model
    {
        /// <summary>
        /// Who may use `power` ("decide", "repeal", ...) on `target`? `power` may be null where a KLE target has a facet. `facts`:
        /// values by name, alias or judgement (numbers, bool, string, dates; null: not known). Throws UnknownElementException,
        /// InvalidQuestionException, WrongTypeException.
        /// </summary>
        public Decision WhoDecides(string power, Target target, string unit = null, Date date = null,
                                   IDictionary<string, object> facts = null, IEnumerable<string> disqualified = null,
                                   IEnumerable<string> absent = null)
        {
            Need(target);
            if (target.Id == null)
                return new Decision(AskByKle("who_decides", null, power, target, unit, date, facts, disqualified, absent));
            using (QuestionHandle question = Question(power, target.Id, unit, date, facts, disqualified, absent))
            {
                Calls.Check(Native.rg_who_decides(question, out DecisionHandle decision, out IntPtr error), error);
                using (decision)
                    return new Decision(Calls.Taken(Native.rg_decision_json(decision, out TextHandle text, out error), text, error));
            }
        }

        /// <summary>May `actor`, by itself, use `power` on `target`? Otherwise as WhoDecides. An actor that the model does not have may
        /// do nothing.</summary>
        public May May(string actor, string power, Target target, string unit = null, Date date = null,
                       IDictionary<string, object> facts = null, IEnumerable<string> disqualified = null, IEnumerable<string> absent = null)
        {
            Need(target);
            byte[] who = Utf8.Ended(actor, nameof(actor));
            if (target.Id == null)
            {
                var more = new Dictionary<string, object> { ["actor"] = actor };
                return new May(AskByKle("may", more, power, target, unit, date, facts, disqualified, absent));
            }
            using (QuestionHandle question = Question(power, target.Id, unit, date, facts, disqualified, absent))
                return new May(Calls.Taken(Native.rg_may_json(question, who, out TextHandle text, out IntPtr error), text, error));
        }

        /// <summary>
        /// What may `actor` do alone, what with others or under conditions, and why not the rest? `powers`: only these, else those
        /// that grants name, and the four that make and unmake rules; `kinds`: "rule", "task", "matter", else all three; `by`:
        /// "id", or "hours" for most hours a year first. The case as in WhoDecides, the limits as in Rank.
        /// </summary>
        public WhatMay WhatMay(string actor, IEnumerable<string> powers = null, IEnumerable<string> kinds = null, string by = "id",
                               string unit = null, Date date = null, IDictionary<string, object> facts = null,
                               IEnumerable<string> disqualified = null, IEnumerable<string> absent = null,
                               CancellationToken cancellationToken = default(CancellationToken), TimeSpan? deadline = null,
                               IProgress<Progress> progress = null)
        {
            if (by != "id" && by != "hours") throw new InvalidQuestionException("expected `id` or `hours`", nameof(by));
            using (var which = new TextArray(powers, nameof(powers)))
            using (var what = new TextArray(kinds, nameof(kinds)))
            using (QuestionHandle question = Question(null, null, unit, date, facts, disqualified, absent))
            using (var limits = new CallLimits(cancellationToken, deadline, progress))
            {
                limits.Check(Native.rg_what_may(question, Utf8.Ended(actor, nameof(actor)), which.Pointers, which.Count, what.Pointers,
                                                what.Count, by == "hours" ? Native.PowersBy.Hours : Native.PowersBy.Id, limits.Handle,
                                                out PowersHandle found, out IntPtr error), error);
                using (found) return new WhatMay(Calls.Taken(Native.rg_powers_json(found, out TextHandle text, out error), text, error));
            }
        }

        /// <summary>
        /// In which steps are these elements removed, and when can they be gone at the earliest? `date`: the day on which work
        /// begins; the rest as WhoDecides.
        /// </summary>
        public RemovalPlan RemovalPlan(IEnumerable<string> remove, string unit = null, Date date = null,
                                       IDictionary<string, object> facts = null, IEnumerable<string> disqualified = null,
                                       IEnumerable<string> absent = null)
        {
            if (remove == null) throw new ArgumentNullException(nameof(remove));
            using (var ids = new TextArray(remove, nameof(remove)))
            using (QuestionHandle question = Question(null, null, unit, date, facts, disqualified, absent))
            {
                Calls.Check(Native.rg_removal_plan(question, ids.Pointers, ids.Count, out RemovalHandle removal, out IntPtr error), error);
                using (removal)
                    return new RemovalPlan(Calls.Taken(Native.rg_removal_json(removal, out TextHandle text, out error), text, error));
            }
        }

        /// <summary>
        /// Who decides, as a note for a case file. `actor`: may this actor, too? `caseNo`: the host's number of the case; `made`: when
        /// the note is made, since the library reads no clock; `language`: "da" or "en"; `internal_`: name internal elements too.
        /// The rest as WhoDecides. Throws PersonalDataException too.
        /// </summary>
        public JournalNote JournalNote(string power, Target target, string actor = null, string caseNo = null, Date made = null,
                                       string language = "da", bool internal_ = false, string unit = null, Date date = null,
                                       IDictionary<string, object> facts = null, IEnumerable<string> disqualified = null,
                                       IEnumerable<string> absent = null)
        {
            Need(target);
            Native.Language words = Language(language);
            if (target.Id == null)
            {
                var more = new Dictionary<string, object> { ["language"] = language, ["internal"] = internal_ };
                if (actor != null) more["actor"] = actor;
                if (caseNo != null) more["case_no"] = caseNo;
                if (made != null) more["made"] = made.Time;
                return new JournalNote(AskByKle("journal_note", more, power, target, unit, date, facts, disqualified, absent));
            }
            using (QuestionHandle question = Question(power, target.Id, unit, date, facts, disqualified, absent))
                return new JournalNote(Calls.Taken(
                    Native.rg_journal_note_json(question, Utf8.EndedOrNull(actor, nameof(actor)), Utf8.EndedOrNull(caseNo, "case_no"),
                                                Utf8.EndedOrNull(made?.Time, nameof(made)), words, internal_ ? 1 : 0, out TextHandle text,
                                                out IntPtr error), text, error));
        }

        /// <summary>
        /// The line that agendas print: "Beslutningskompetence: Socialudvalget. Indstilles af: Socialchefen." Recommending bodies
        /// come in route order. Otherwise as JournalNote.
        /// </summary>
        public string AgendaLine(string power, Target target, string language = "da", bool internal_ = false, string unit = null,
                                 Date date = null, IDictionary<string, object> facts = null, IEnumerable<string> disqualified = null,
                                 IEnumerable<string> absent = null)
        {
            Need(target);
            if (target.Id == null)
                return JournalNote(power, target, language: language, internal_: internal_, unit: unit, date: date, facts: facts,
                                   disqualified: disqualified, absent: absent).AgendaLine;
            using (QuestionHandle question = Question(power, target.Id, unit, date, facts, disqualified, absent))
                return Calls.Taken(Native.rg_agenda_line(question, Language(language), internal_ ? 1 : 0, out TextHandle text,
                                                         out IntPtr error), text, error);
        }

        private static void Need(Target target)
        {
            if (target == null) throw new ArgumentNullException(nameof(target));
        }

        /// <summary>The typed calls take ids only; a KLE number goes by way of rg_ask.</summary>
        private string AskByKle(string ask, IDictionary<string, object> more, string power, Target target, string unit, Date date,
                                IDictionary<string, object> facts, IEnumerable<string> disqualified, IEnumerable<string> absent)
        {
            var asked = new Dictionary<string, object>(more ?? new Dictionary<string, object>())
            {
                ["ask"] = ask,
                ["target"] = target.AsKle(),
                ["facts"] = facts ?? new Dictionary<string, object>(),
                ["disqualified"] = disqualified ?? new string[0],
                ["absent"] = absent ?? new string[0]
            };
            if (power != null) asked["power"] = power;
            if (unit != null) asked["unit"] = unit;
            if (date != null) asked["date"] = date.Day;
            string answer = Ask(Json.Write(asked));
            var said = new Said(Json.Read(answer));
            if (said.Has("error")) throw RegelgrafException.OfAnswer(said.Object("error"));
            return answer;
        }

        private QuestionHandle Question(string power, string target, string unit, Date date, IDictionary<string, object> facts,
                                        IEnumerable<string> disqualified, IEnumerable<string> absent)
        {
            QuestionHandle question;
            IntPtr error;
            if (target == null) Calls.Check(Native.rg_question_new_open(model, out question, out error), error);  // about all
            else
                Calls.Check(Native.rg_question_new(model, Utf8.Ended(power ?? "", nameof(power)), Utf8.Ended(target, nameof(target)),
                                                   out question, out error), error);
            try
            {
                if (unit != null) Calls.Check(Native.rg_question_set_unit(question, Utf8.Ended(unit, nameof(unit)), out error), error);
                if (date != null) Calls.Check(Native.rg_question_set_date(question, Utf8.Ended(date.Day, nameof(date)), out error), error);
                if (facts != null)
                    foreach (KeyValuePair<string, object> fact in facts) SetFact(question, fact.Key, fact.Value);
                if (disqualified != null)
                    foreach (string one in disqualified)
                        Calls.Check(Native.rg_question_add_disqualified(question, Utf8.Ended(one, nameof(disqualified)), out error), error);
                if (absent != null)
                    foreach (string one in absent)
                        Calls.Check(Native.rg_question_add_absent(question, Utf8.Ended(one, nameof(absent)), out error), error);
                return question;
            }
            catch
            {
                question.Dispose();
                throw;
            }
        }

        private static void SetFact(QuestionHandle question, string name, object value)
        {
            if (value == null) return;
            byte[] key = Utf8.Ended(name, "facts");
            IntPtr error;
            int known;  // an unknown fact is said in the answer
            if (value is bool yes) Calls.Check(Native.rg_question_set_boolean(question, key, yes ? 1 : 0, out known, out error), error);
            else if ((value as string ?? Date.OfValue(value)?.Day) is string text)
                Calls.Check(Native.rg_question_set_text(question, key, Utf8.Ended(text, "facts." + name), out known, out error), error);
            else if (value is IConvertible number && !(value is char))
                Calls.Check(Native.rg_question_set_number(question, key, number.ToDouble(CultureInfo.InvariantCulture), out known, out error),
                            error);
            else throw new ArgumentException($"the fact `{name}` is a {value.GetType().Name}, not a number, bool, string or date", "facts");
        }
    }
}
