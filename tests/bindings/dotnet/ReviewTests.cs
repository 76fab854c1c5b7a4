using System;
using System.Collections.Generic;
using System.Linq;
using Detail = System.Collections.Generic.IReadOnlyDictionary<string, object>;

namespace Regelgraf.Tests
{
    /// <summary>A review through the binding, and the gate for new rules.</summary>
    internal static class ReviewTests
    {
        private const string Head = "{\"id\": \"r\", \"name\": {\"da\": \"Prøve på æøå\"}}";

        /// <summary>The review of tests/review/odder, event by event.</summary>
        internal static Review Whole()
        {
            Review review = Review.Begin(Models.Odder, Head);
            foreach (string line in Models.Read("tests/review/odder/events.jsonl").Split(new[] { '\n' }, StringSplitOptions.RemoveEmptyEntries))
            {
                Applied came = review.Apply(Models.Odder, line);
                Is.True(came.IsApplied && came.Refused.Count == 0, line);
                review.Dispose();
                review = came.Review;
            }
            return review;
        }

        [Test]
        internal static void AWholeReview()
        {
            using (Review review = Whole())
            {
                using (Review again = Review.Read(review.ToJson())) Is.Equal(review.ToJson(), again.ToJson());
                Detail status = review.Status(Models.Odder, new DateTime(2026, 12, 1));
                Is.Equal(true, status["closed"]);
                Is.Ids("done done done done done done done", ((IReadOnlyList<object>)status["steps"]).Select(step => (string)((Detail)step)["state"]));
                Is.Ids("bofaellesskab bostoette", review.Replies(Models.Odder).Select(reply => (string)reply["unit"]).OrderBy(unit => unit, StringComparer.Ordinal));
                Is.Ids("confirmed too_few", ((IReadOnlyList<object>)review.Evaluation(Models.Odder)["hours"]).Select(held => (string)((Detail)held)["verdict"]));
                Is.Equal(0, review.Plans(Models.Odder).Count);
            }
        }

        [Test]
        internal static void ARefusalIsAnAnswer()
        {
            var remove = new Dictionary<string, object>
            {
                ["event"] = "dispose", ["on"] = new DateTime(2026, 6, 1),
                ["disposition"] = new Dictionary<string, object> { ["rule"] = "ugenotat", ["what"] = "remove", ["decided_by"] = "leder-udfoerer" }
            };
            using (Review review = Review.Begin(Models.Odder, Models.Facts("id", "r")))
            {
                Applied came = review.Apply(Models.Odder, remove);
                Is.True(!came.IsApplied);
                Is.Equal(review.ToJson(), came.Review.ToJson());
                Is.Ids("involvement_missing:i-med-regler", came.Refused.Select(one => (string)one["key"]));
            }
        }

        [Test]
        internal static void WhatIsNoReviewIsRefused()
        {
            Is.Equal(2, Is.Thrown<InvalidModelException>(() => Review.Read(Models.Facts("regelgraf_review", 1, "id", 7))).Findings.Count);
            Is.Thrown<InvalidModelException>(() => Review.Begin(Models.Odder, "[]"));
            Is.Thrown<ArgumentNullException>(() => Review.Begin(null, Head));
            using (Review review = Review.Begin(Models.Odder, Head))
            {
                Is.Thrown<InvalidQuestionException>(() => review.Status(Models.Odder, "i dag"));
                Is.Thrown<InvalidQuestionException>(() => review.Status(Models.Small));
                Is.Thrown<InvalidModelException>(() => review.Apply(Models.Odder, "{\"event\": \"nothing\"}"));
                Is.Thrown<ArgumentNullException>(() => review.Plans(null));
                Is.Equal(review.ToJson(), Review.Begin(Models.Odder, Head).ToJson(), "what was refused left nothing: it");
            }
        }

        [Test]
        internal static void AReviewOutlivesItsModelAndThoseItCameFrom()
        {
            Model model = Model.FromText(Models.SmallText);
            Review review = Review.Begin(model, Head);
            Applied came = review.Apply(model, "{\"event\": \"set\", \"on\": \"2026-02-02\", \"by\": \"chef\", \"field\": \"mode\", \"value\": \"one_rule\"}");
            Is.True(came.IsApplied);
            model.Dispose();
            review.Dispose();
            review.Dispose();
            Is.In("one_rule", came.Review.ToJson());
            came.Review.Status(Models.Small);
            Is.Thrown<ObjectDisposedException>(() => came.Review.Status(model));
            Is.Thrown<ObjectDisposedException>(() => review.ToJson());
            Is.Thrown<ObjectDisposedException>(() => review.Apply(Models.Small, "{}"));
        }

        [Test]
        internal static void TheGate()
        {
            Dictionary<string, object> rule = Models.Facts("id", "ny", "kind", "rule", "instrument", "procedure", "name", "Nyt skema");
            Detail answer = Models.Odder.Propose(rule, new DateTime(2026, 6, 1));
            Is.Equal("not_ready", answer["verdict"]);
            Is.Equal(7, ((IReadOnlyList<object>)answer["demands"]).Count);
            Is.In("Forslag til ny regel: »Nyt skema«", (string)((Detail)answer["agenda"])["da"]);
            Is.Equal(1, Is.Thrown<InvalidModelException>(() => Models.Odder.Propose("{\"rule\": 7}")).Findings.Count);
        }
    }
}
