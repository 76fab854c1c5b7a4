using System;
using System.Collections.Generic;
using System.Threading;

namespace Regelgraf
{
    // What a review of rules asks. `cancellationToken`, `deadline`, `progress`: as Rank. Experimental.
    public sealed partial class Model
    {
        /// <summary>
        /// The cheapest rules to keep so that, when the rest of `scope` goes, every duty and core task that stands today stands,
        /// and everything in `keep`. `scope`: null: all rules that stand; `objective`: "hours" or "count". After `deadline` it
        /// answers with the best it has, and is not Complete. Throws UnknownElementException, InvalidQuestionException.
        /// </summary>
        public KeepSet KeepSet(Scope scope = null, IEnumerable<string> keep = null, string objective = "hours", Date date = null,
                               CancellationToken cancellationToken = default(CancellationToken), TimeSpan? deadline = null,
                               IProgress<Progress> progress = null)
        {
            byte[] question = ZeroBaseQuestion(scope, keep, date, "objective", objective);
            using (var limits = new CallLimits(cancellationToken, deadline, progress))
                return new KeepSet(limits.Taken(Native.rg_keep_set(model, question, Utf8.Size(question), limits.Handle,
                                                                   out TextHandle text, out IntPtr error), text, error));
        }

        /// <summary>
        /// At most `atMost` removals from `scope` that free the most hours and leave every duty and core task standing, and
        /// everything in `keep`. Otherwise as KeepSet.
        /// </summary>
        public BestRemovals BestRemovals(int atMost, Scope scope = null, IEnumerable<string> keep = null, Date date = null,
                                         CancellationToken cancellationToken = default(CancellationToken), TimeSpan? deadline = null,
                                         IProgress<Progress> progress = null)
        {
            byte[] question = ZeroBaseQuestion(scope, keep, date, "at_most", atMost);
            using (var limits = new CallLimits(cancellationToken, deadline, progress))
                return new BestRemovals(limits.Taken(Native.rg_best_removals(model, question, Utf8.Size(question), limits.Handle,
                                                                             out TextHandle text, out IntPtr error), text, error));
        }

        private static byte[] ZeroBaseQuestion(Scope scope, IEnumerable<string> keep, Date date, string name, object value)
        {
            var question = new Dictionary<string, object>
            {
                ["scope"] = (scope ?? new Scope()).AsQuestion(), ["keep"] = keep ?? new string[0], ["date"] = date, [name] = value
            };
            return Utf8.Bytes(Json.Write(question.Given()), nameof(question));
        }

        /// <summary>
        /// What staff handed in, matched to the rules of this model, repeats put together. `table`: the content of the CSV file;
        /// `file`: its name in findings; `sure`, `perhaps`: from which score, 0 to 1, a nomination is matched, and from which it
        /// is offered to a person. A table that cannot be read is an answer: it has findings of severity "error" and no
        /// nominations. Throws InvalidQuestionException.
        /// </summary>
        public Nominations Nominations(string table, string file = null, double? sure = null, double? perhaps = null,
                                       bool allowPersonalData = false, CancellationToken cancellationToken = default(CancellationToken),
                                       TimeSpan? deadline = null, IProgress<Progress> progress = null) =>
            Nominations(Utf8.Bytes(table, nameof(table)), file, sure, perhaps, allowPersonalData, cancellationToken, deadline, progress);

        /// <summary>The same of the file's bytes, where its encoding is not sure.</summary>
        public Nominations Nominations(byte[] table, string file = null, double? sure = null, double? perhaps = null,
                                       bool allowPersonalData = false, CancellationToken cancellationToken = default(CancellationToken),
                                       TimeSpan? deadline = null, IProgress<Progress> progress = null)
        {
            if (table == null) throw new ArgumentNullException(nameof(table));
            byte[] options = Options(new Dictionary<string, object>
            {
                ["file"] = file, ["sure"] = sure, ["perhaps"] = perhaps, ["allow_personal_data"] = allowPersonalData
            });
            using (var limits = new CallLimits(cancellationToken, deadline, progress))
                return new Nominations(limits.Taken(Native.rg_nominations_read(model, table, Utf8.Size(table), options, limits.Handle,
                                                                               out TextHandle text, out IntPtr error), text, error));
        }

        /// <summary>
        /// The qualification sheet of a nomination table: who may repeal each rule, what it costs, what breaks, in which heap it
        /// falls. `unit`: whose sheet it is; `atLeast`: fewer units than this are not shown on their own, null: 3; `internal_`:
        /// name internal elements too. A table that cannot be read throws InvalidModelException with every finding; otherwise as
        /// Nominations. Throws UnknownElementException too.
        /// </summary>
        public Qualification Qualify(string table, string file = null, Date date = null, string unit = null, int? atLeast = null,
                                     bool internal_ = false, bool allowPersonalData = false,
                                     CancellationToken cancellationToken = default(CancellationToken), TimeSpan? deadline = null,
                                     IProgress<Progress> progress = null) =>
            Qualify(Utf8.Bytes(table, nameof(table)), file, date, unit, atLeast, internal_, allowPersonalData, cancellationToken, deadline,
                    progress);

        /// <summary>The same of the file's bytes, where its encoding is not sure.</summary>
        public Qualification Qualify(byte[] table, string file = null, Date date = null, string unit = null, int? atLeast = null,
                                     bool internal_ = false, bool allowPersonalData = false,
                                     CancellationToken cancellationToken = default(CancellationToken), TimeSpan? deadline = null,
                                     IProgress<Progress> progress = null) =>
            new Qualification(Sheet(table, "json", new Dictionary<string, object>
            {
                ["file"] = file, ["date"] = date, ["unit"] = unit, ["at_least"] = atLeast, ["internal"] = internal_,
                ["allow_personal_data"] = allowPersonalData
            }, cancellationToken, deadline, progress));

        /// <summary>
        /// The same as the text of a file. `format`: "csv", a table for a spreadsheet, or "html", a page to print; `language`: "da"
        /// or "en".
        /// </summary>
        public string QualificationSheet(string table, string format, string language = "da", Date date = null, string unit = null,
                                         int? atLeast = null, bool internal_ = false, bool allowPersonalData = false) =>
            QualificationSheet(Utf8.Bytes(table, nameof(table)), format, language, date, unit, atLeast, internal_, allowPersonalData);

        /// <summary>The same of the file's bytes, where its encoding is not sure.</summary>
        public string QualificationSheet(byte[] table, string format, string language = "da", Date date = null, string unit = null,
                                         int? atLeast = null, bool internal_ = false, bool allowPersonalData = false) =>
            Sheet(table, format, new Dictionary<string, object>
            {
                ["language"] = language, ["date"] = date, ["unit"] = unit, ["at_least"] = atLeast, ["internal"] = internal_,
                ["allow_personal_data"] = allowPersonalData
            }, default(CancellationToken), null, null);

        private string Sheet(byte[] table, string format, Dictionary<string, object> options, CancellationToken cancellationToken,
                             TimeSpan? deadline, IProgress<Progress> progress)
        {
            if (table == null) throw new ArgumentNullException(nameof(table));
            using (var limits = new CallLimits(cancellationToken, deadline, progress))
                return limits.Taken(Native.rg_qualify(model, table, Utf8.Size(table), Options(options), Utf8.Ended(format, nameof(format)),
                                                      limits.Handle, out TextHandle text, out IntPtr error), text, error);
        }

        /// <summary>
        /// Is a proposed rule ready to be decided on? The gate for new rules. `proposal`: the rule's element, or {"rule", "draft"?,
        /// "remove"?, "review_on"?, "adopter"?, "considered"?}. The answer: "verdict", "demands", "questions", "agenda" and more.
        /// Throws InvalidModelException with every finding where no such rule can be.
        /// </summary>
        public IReadOnlyDictionary<string, object> Propose(string proposal, Date date = null)
        {
            byte[] given = Utf8.Bytes(proposal, nameof(proposal));
            return Json.ReadObject(Calls.Taken(Native.rg_propose(model, given, Utf8.Size(given), Utf8.EndedOrNull(date?.Day, nameof(date)),
                                                                 out TextHandle text, out IntPtr error), text, error));
        }

        /// <summary>The same, with the proposal as a dictionary.</summary>
        public IReadOnlyDictionary<string, object> Propose(IDictionary<string, object> proposal, Date date = null) =>
            Propose(Json.Write(proposal), date);

        /// <summary>Options as C takes them, without those that are not given.</summary>
        private static byte[] Options(Dictionary<string, object> options) => Utf8.Ended(Json.Write(options.Given()), nameof(options));
    }
}
