using System;
using System.Collections.Generic;
using System.Threading;

namespace Regelgraf
{
    // What people look at. `language`: "da" or "en"; `internal_`: name internal elements too. Experimental.
    public sealed partial class Model
    {
        /// <summary>
        /// The whole model, or what lies at most `steps` around `elements`, as a picture. `language`: "da" or "en"; `internal_`: name
        /// internal elements too.
        /// </summary>
        public Picture Picture(IEnumerable<string> elements = null, int steps = 1, string language = "da", bool internal_ = false) =>
            PictureOf(language, internal_, new Dictionary<string, object>
            {
                ["ask"] = "model", ["elements"] = elements, ["steps"] = elements == null ? null : (object)steps
            });

        /// <summary>The ways up to the last grounds and purposes of an element; as Why and Picture.</summary>
        public Picture PictureOfWhy(string id, Date date = null, string language = "da", bool internal_ = false) =>
            PictureOf(language, internal_, new Dictionary<string, object> { ["ask"] = "why", ["element"] = id, ["date"] = date });

        /// <summary>What falls if these elements are removed, and for each what it lacks; as WhatBreaks and Picture.</summary>
        public Picture PictureOfWhatBreaks(IEnumerable<string> remove, string within = null, Date date = null, string language = "da",
                                           bool internal_ = false) =>
            PictureOf(language, internal_, new Dictionary<string, object>
            {
                ["ask"] = "what_breaks", ["remove"] = remove, ["within"] = within, ["date"] = date
            });

        /// <summary>Each chain of grants to who decides, and who is involved; as WhoDecides and Picture.</summary>
        public Picture PictureOfWhoDecides(string power, Target target, string unit = null, Date date = null,
                                           IDictionary<string, object> facts = null, IEnumerable<string> disqualified = null,
                                           IEnumerable<string> absent = null, string language = "da", bool internal_ = false)
        {
            Need(target);
            return PictureOf(language, internal_, new Dictionary<string, object>
            {
                ["ask"] = "who_decides", ["power"] = power, ["target"] = target.Id ?? (object)target.AsKle(), ["unit"] = unit,
                ["date"] = date, ["facts"] = facts, ["disqualified"] = disqualified, ["absent"] = absent
            });
        }

        /// <summary>
        /// The model's own grants, from which they come, and to whom they go; as Picture. `grant`: only that one, those it comes from
        /// and those that come from it.
        /// </summary>
        public Picture PictureOfDelegation(string grant = null, string language = "da", bool internal_ = false) =>
            PictureOf(language, internal_, new Dictionary<string, object> { ["ask"] = "delegation", ["element"] = grant });

        private Picture PictureOf(string language, bool internal_, Dictionary<string, object> of) =>
            new Picture(request => Calls.Taken(Native.rg_picture(model, Options(request), out TextHandle text, out IntPtr error), text,
                                               error),
                        new Dictionary<string, object> { ["of"] = of.Given(), ["language"] = language, ["internal"] = internal_ });

        /// <summary>
        /// Sheets for a working group of `unit`, for each of the six steps of co-created steering, filled in as far as the model
        /// knows: HTML that prints on A4. `rules`: those worked on, else the sheets about a rule are blank; `sheets` or `step`: which,
        /// else all twelve; the rest as Picture. Throws UnknownElementException, InvalidQuestionException, TooLargeException,
        /// PersonalDataException.
        /// </summary>
        public Worksheets Worksheets(string unit, IEnumerable<string> rules = null, IEnumerable<string> sheets = null, int? step = null,
                                     Date date = null, string language = "da", bool internal_ = false)
        {
            byte[] request = Options(new Dictionary<string, object>
            {
                ["unit"] = unit, ["rules"] = rules, ["sheets"] = sheets, ["step"] = step, ["date"] = date, ["language"] = language,
                ["internal"] = internal_, ["as"] = "json"
            });
            return new Worksheets(Calls.Taken(Native.rg_worksheets(model, request, out TextHandle text, out IntPtr error), text, error));
        }

        /// <summary>
        /// The model as one HTML page that people read, print and hang on the wall; it loads and sends nothing. `review`: one whose
        /// heaps and decisions are shown. `engine`: the file engine.wasm.gz of this version, with which the page says what breaks
        /// without the rules marked on it. `cancellationToken`, `progress` as Rank; half a page is none, so after `deadline` it throws
        /// CancelledException. The rest as Picture. Throws InvalidQuestionException.
        /// </summary>
        public string Report(string language = "da", Date date = null, bool internal_ = false, Review review = null,
                             byte[] engine = null, CancellationToken cancellationToken = default(CancellationToken),
                             TimeSpan? deadline = null, IProgress<Progress> progress = null)
        {
            byte[] options = Options(new Dictionary<string, object>
            {
                ["language"] = language, ["date"] = date, ["internal"] = internal_,
                ["review"] = review == null ? null : Json.ReadObject(review.ToJson()),
                ["engine"] = engine == null ? null : Convert.ToBase64String(engine)
            });
            using (var limits = new CallLimits(cancellationToken, deadline, progress))
                return limits.Taken(Native.rg_report(model, options, limits.Handle, out TextHandle text, out IntPtr error), text, error);
        }
    }
}
