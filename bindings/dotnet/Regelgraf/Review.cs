using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Detail = System.Collections.Generic.IReadOnlyDictionary<string, object>;

namespace Regelgraf
{
    /// <summary>What came of an event.</summary>
    public sealed class Applied
    {
        internal Applied(Review review, bool applied, Said said)
        {
            Review = review;
            IsApplied = applied;
            Refused = said.Details("refused");
        }

        /// <summary>The review with the event in it; where it was refused, one that says the same as before.</summary>
        public Review Review { get; }
        /// <summary>false: the graph speaks against the event.</summary>
        public bool IsApplied { get; }
        /// <summary>What speaks against it, each with "code", "key", "text", "deciders"; empty where it is applied.</summary>
        public IReadOnlyList<Detail> Refused { get; }
    }

    /// <summary>
    /// A review of a municipality's own rules: one document that only grows; its fields are in src/review/REVIEW.md. It never
    /// changes, an event gives another one, and any number of threads may use it. It keeps no model: each call is given the one
    /// that the review names, and throws InvalidQuestionException where it is another. Answers are what the JSON holds.
    /// Experimental.
    /// </summary>
    public sealed class Review : IDisposable
    {
        private readonly ReviewHandle review;

        private Review(ReviewHandle review)
        {
            this.review = review;
        }

        /// <summary>
        /// Read a review. Throws InvalidModelException with every finding, by line and column, where it has not the form;
        /// TooLargeException beyond 64 MiB.
        /// </summary>
        public static Review Read(string text)
        {
            Library.Check();
            return OfText(Utf8.Bytes(text, nameof(text)));
        }

        /// <summary>The same, with the review as a dictionary.</summary>
        public static Review Read(IDictionary<string, object> review) => Read(Json.Write(review));

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static Review OfText(byte[] text)
        {
            Calls.Check(Native.rg_review_read(text, Utf8.Size(text), out ReviewHandle made, out IntPtr error), error);
            return new Review(made);
        }

        /// <summary>
        /// A new review about `model`. `head`: the document without rows, as {"id": ..., "name": ...}; `model` in it is written
        /// anew, with the digest of that day. Throws as Read.
        /// </summary>
        public static Review Begin(Model model, string head)
        {
            byte[] given = Utf8.Bytes(head, nameof(head));
            Calls.Check(Native.rg_review_begin(Model.HandleOf(model), given, Utf8.Size(given), out ReviewHandle made, out IntPtr error),
                        error);
            return new Review(made);
        }

        /// <summary>The same, with the head as a dictionary.</summary>
        public static Review Begin(Model model, IDictionary<string, object> head) => Begin(model, Json.Write(head));

        /// <summary>The review as canonical JSON: keys sorted, no white space, rows in their order.</summary>
        public string ToJson() => Calls.Taken(Native.rg_review_json(review, out TextHandle text, out IntPtr error), text, error);

        /// <summary>How far has it come, and what is missing before the next step? `date`: null: all that has an end is over.</summary>
        public Detail Status(Model model, Date date = null) =>
            Json.ReadObject(Calls.Taken(Native.rg_review_status(review, Model.HandleOf(model), DayOf(date), out TextHandle text,
                                                                out IntPtr error), text, error));

        /// <summary>
        /// The review with an event in it, or everything that the graph has against it: a refusal is an answer. Throws
        /// InvalidModelException with every finding where the event has not the form, or holds personal data.
        /// </summary>
        public Applied Apply(Model model, string @event)
        {
            byte[] given = Utf8.Bytes(@event, nameof(@event));
            string answer = Calls.Taken(
                Native.rg_review_apply(review, Model.HandleOf(model), given, Utf8.Size(given), out int applied, out ReviewHandle came,
                                       out TextHandle text, out IntPtr error), text, error);
            return new Applied(new Review(came), applied != 0, Answer.Read(answer));
        }

        /// <summary>The same, with the event as a dictionary.</summary>
        public Applied Apply(Model model, IDictionary<string, object> @event) => Apply(model, Json.Write(@event));

        /// <summary>A letter to each unit that nominated something, in Danish and English: what became of it, and why.</summary>
        public IReadOnlyList<Detail> Replies(Model model, Date date = null) =>
            Answer.Read(Calls.Taken(Native.rg_review_replies(review, Model.HandleOf(model), DayOf(date), out TextHandle text,
                                                             out IntPtr error), text, error)).Details("replies");

        /// <summary>What came of it: hours, results, its own cost, what did not happen, lessons.</summary>
        public Detail Evaluation(Model model, Date date = null) =>
            Json.ReadObject(Calls.Taken(Native.rg_review_evaluation(review, Model.HandleOf(model), DayOf(date), out TextHandle text,
                                                                    out IntPtr error), text, error));

        /// <summary>How the removals that were decided are carried out, group by group.</summary>
        public IReadOnlyList<Detail> Plans(Model model, Date date = null) =>
            Answer.Read(Calls.Taken(Native.rg_review_plans(review, Model.HandleOf(model), DayOf(date), out TextHandle text,
                                                           out IntPtr error), text, error)).Details("plans");

        /// <summary>Let go of the review; others that came of it stay. Twice is fine.</summary>
        public void Dispose() => review.Dispose();

        private static byte[] DayOf(Date date) => Utf8.EndedOrNull(date?.Day, nameof(date));
    }
}
