using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;

namespace Regelgraf
{
    /// <summary>Keeps a handle from being freed while what it lent is read; throws ObjectDisposedException where it was.</summary>
    internal struct Held : IDisposable
    {
        private readonly SafeHandle handle;

        internal Held(SafeHandle handle)
        {
            this.handle = handle;
            bool held = false;
            handle.DangerousAddRef(ref held);
        }

        public void Dispose() => handle.DangerousRelease();
    }

    /// <summary>
    /// A frozen model: it never changes, and any number of threads may ask it at once. Dispose waits for nobody and pulls nothing
    /// from under a call; twice is fine. Answers stay valid after it; asking then throws ObjectDisposedException.
    /// </summary>
    public sealed partial class Model : IDisposable
    {
        private readonly ModelHandle model;
        private IReadOnlyList<string> ids;  // read once; the model never changes

        internal Model(ModelHandle model)
        {
            this.model = model;
        }

        /// <summary>The handle of a model that a call is given.</summary>
        internal static ModelHandle HandleOf(Model model) => model?.model ?? throw new ArgumentNullException(nameof(model));

        /// <summary>
        /// Open a model file (JSON or JSON Lines, either also gzipped, or a snapshot) with the layers it extends. Throws
        /// InvalidModelException with every finding, UnreadableException, TooLargeException.
        /// </summary>
        public static Model Open(string path, LoadOptions options = null)
        {
            Library.Check();
            return Opened(Utf8.Bytes(path, nameof(path)), options);
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static Model Opened(byte[] path, LoadOptions options)
        {
            using (var loading = new Loading(options))
            {
                loading.Check(Native.rg_model_open(path, Utf8.Size(path), loading.Handle, out ModelHandle made, out IntPtr error), error);
                return new Model(made);
            }
        }

        /// <summary>Make a model of what a model file would hold; otherwise as Open.</summary>
        public static Model FromText(string text, LoadOptions options = null) => FromText(Utf8.Bytes(text, nameof(text)), options);

        /// <summary>The same of its bytes, which may be gzipped or a snapshot.</summary>
        public static Model FromText(byte[] text, LoadOptions options = null)
        {
            if (text == null) throw new ArgumentNullException(nameof(text));
            Library.Check();
            return OfText(text, options);
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static Model OfText(byte[] text, LoadOptions options)
        {
            using (var loading = new Loading(options))
            {
                loading.Check(Native.rg_model_from_text(text, Utf8.Size(text), loading.Handle, out ModelHandle made, out IntPtr error), error);
                return new Model(made);
            }
        }

        /// <summary>
        /// Make a model of a delegation plan, a CSV table; `findings` says what in it is worth a look. `id`: of the model; the ids
        /// of rows begin with it. `folder`: where layers named by a path stand; null: beside the table. Throws
        /// InvalidModelException with every finding, InvalidQuestionException, UnreadableException, TooLargeException.
        /// </summary>
        public static Model OpenPlan(string path, string id, out PlanFindings findings, PlanOptions plan = null, string folder = null,
                                     LoadOptions options = null)
        {
            Library.Check();
            byte[] place = folder == null ? null : Utf8.Bytes(folder, nameof(folder));
            return OpenedPlan(Utf8.Bytes(path, nameof(path)), id, out findings, plan ?? new PlanOptions(), place, options);
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static Model OpenedPlan(byte[] path, string id, out PlanFindings findings, PlanOptions plan, byte[] folder, LoadOptions options)
        {
            using (var loading = new Loading(options))
            using (PlanOptionsHandle settings = plan.Make(id))
            {
                loading.Check(Native.rg_plan_open(path, Utf8.Size(path), folder, Utf8.Size(folder), settings, loading.Handle,
                                                  out ModelHandle made, out FindingsHandle found, out IntPtr error), error);
                findings = PlanFindings.Take(found);
                return new Model(made);
            }
        }

        /// <summary>Make a model of the text of a delegation plan; otherwise as OpenPlan.</summary>
        public static Model FromPlan(string text, string id, out PlanFindings findings, PlanOptions plan = null,
                                     LoadOptions options = null) =>
            FromPlan(Utf8.Bytes(text, nameof(text)), id, out findings, plan, options);

        /// <summary>The same of its bytes.</summary>
        public static Model FromPlan(byte[] text, string id, out PlanFindings findings, PlanOptions plan = null, LoadOptions options = null)
        {
            if (text == null) throw new ArgumentNullException(nameof(text));
            Library.Check();
            return OfPlan(text, id, out findings, plan ?? new PlanOptions(), options);
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static Model OfPlan(byte[] text, string id, out PlanFindings findings, PlanOptions plan, LoadOptions options)
        {
            using (var loading = new Loading(options))
            using (PlanOptionsHandle settings = plan.Make(id))
            {
                loading.Check(Native.rg_plan_from_text(text, Utf8.Size(text), settings, loading.Handle, out ModelHandle made,
                                                       out FindingsHandle found, out IntPtr error), error);
                findings = PlanFindings.Take(found);
                return new Model(made);
            }
        }

        /// <summary>The model's id.</summary>
        public string Id
        {
            get
            {
                using (new Held(model)) return Utf8.Copy(Native.rg_model_id(model, out UIntPtr length), length);
            }
        }

        /// <summary>SHA-256 of the model's canonical form, 64 hexadecimal digits.</summary>
        public string Digest
        {
            get
            {
                using (new Held(model)) return Utf8.Copy(Native.rg_model_digest(model, out UIntPtr length), length);
            }
        }

        /// <summary>How many elements, those of all layers.</summary>
        public int Count => (int)Native.rg_model_element_count(model).ToUInt64();

        /// <summary>The ids of all elements, in order of id, byte for byte.</summary>
        public IReadOnlyList<string> Ids
        {
            get
            {
                using (new Held(model))
                    return ids ?? (ids = ReadIds());
            }
        }

        private IReadOnlyList<string> ReadIds()
        {
            UIntPtr count = Native.rg_model_element_count(model);
            var texts = new IntPtr[count.ToUInt64()];
            var lengths = new UIntPtr[texts.Length];
            Native.rg_model_element_ids(model, UIntPtr.Zero, count, texts, lengths);
            var found = new string[texts.Length];
            for (int i = 0; i < found.Length; ++i) found[i] = Utf8.Copy(texts[i], lengths[i]);
            return Array.AsReadOnly(found);
        }

        /// <summary>Whether the model has an element with this id; logarithmic in the elements.</summary>
        public bool Contains(string id)
        {
            byte[] given = Utf8.Bytes(id, nameof(id));
            Native.Status status = Native.rg_model_find(model, given, Utf8.Size(given), out uint _, out IntPtr error);
            if (status == Native.Status.Ok) return true;
            RegelgrafException failure = RegelgrafException.Take(status, error);
            if (failure is UnknownElementException || failure is InvalidArgumentException || failure is PersonalDataException) return false;
            throw failure;
        }

        /// <summary>One element as a model file has it, in canonical form. Throws UnknownElementException.</summary>
        public string ElementJson(string id)
        {
            byte[] given = Utf8.Bytes(id, nameof(id));
            Calls.Check(Native.rg_model_find(model, given, Utf8.Size(given), out uint element, out IntPtr error), error);
            return Calls.Taken(Native.rg_model_element_json(model, element, out TextHandle text, out error), text, error);
        }

        /// <summary>The model's own layer as a model file: canonical JSON, layers named and not included.</summary>
        public string ToJson() => Calls.Taken(Native.rg_model_json(model, out TextHandle text, out IntPtr error), text, error);

        /// <summary>Write a snapshot of the model to a file; Open reads it back, much faster than a model file.</summary>
        public void SaveSnapshot(string path)
        {
            byte[] given = Utf8.Bytes(path, nameof(path));
            Calls.Check(Native.rg_model_save_snapshot(model, given, Utf8.Size(given), out IntPtr error), error);
        }

        /// <summary>A draft with the elements of the model's own layer in it, on the same layers.</summary>
        public Draft Draft()
        {
            Calls.Check(Native.rg_draft_from_model(model, out DraftHandle draft, out IntPtr error), error);
            return new Draft(draft);
        }

        /// <summary>
        /// Put any question the library answers, in the form of FORMATS section 2; the same question gives the same text. What
        /// cannot be put is answered too, with `error` in the answer; the other methods throw it. `cancellationToken`, `deadline`,
        /// `progress`: as Rank.
        /// </summary>
        public string Ask(string question, CancellationToken cancellationToken = default(CancellationToken), TimeSpan? deadline = null,
                          IProgress<Progress> progress = null)
        {
            byte[] asked = Utf8.Bytes(question, nameof(question));
            using (var limits = new CallLimits(cancellationToken, deadline, progress))
                return limits.Taken(Native.rg_ask_limited(model, asked, Utf8.Size(asked), limits.Handle, out TextHandle text,
                                                          out IntPtr error), text, error);
        }

        /// <summary>The same, with question and answer as dictionaries.</summary>
        public IReadOnlyDictionary<string, object> Ask(IDictionary<string, object> question,
                                                       CancellationToken cancellationToken = default(CancellationToken),
                                                       TimeSpan? deadline = null, IProgress<Progress> progress = null) =>
            Json.ReadObject(Ask(Json.Write(question), cancellationToken, deadline, progress));

        /// <summary>Does the model answer as a file of plan tests expects? Throws InvalidQuestionException where it has not the form.</summary>
        public PlanTestReport Test(string cases) => Test(Utf8.Bytes(cases, nameof(cases)));

        /// <summary>The same of the file's bytes.</summary>
        public PlanTestReport Test(byte[] cases)
        {
            if (cases == null) throw new ArgumentNullException(nameof(cases));
            return new PlanTestReport(Calls.Taken(
                Native.rg_plan_test(model, cases, Utf8.Size(cases), out UIntPtr _, out TextHandle text, out IntPtr error), text, error));
        }

        /// <summary>
        /// The model's authority as the table people know; `findings` is what that cannot say. Throws InvalidQuestionException where
        /// the model has no delegation plan, or several.
        /// </summary>
        public string PlanTable(out PlanFindings findings)
        {
            string table = Calls.Taken(Native.rg_plan_table(model, out TextHandle text, out FindingsHandle found, out IntPtr error),
                                       text, error);
            findings = PlanFindings.Take(found);
            return table;
        }

        /// <summary>What changed from this model to `after`, in meaning: who decides, what fell, which hours.</summary>
        public Diff Diff(Model after, Date date = null, CancellationToken cancellationToken = default(CancellationToken),
                         TimeSpan? deadline = null, IProgress<Progress> progress = null)
        {
            if (after == null) throw new ArgumentNullException(nameof(after));
            using (var limits = new CallLimits(cancellationToken, deadline, progress))
                return new Diff(limits.Taken(Native.rg_diff(model, after.model, Utf8.EndedOrNull(date?.Day, nameof(date)), limits.Handle,
                                                            out TextHandle text, out IntPtr error), text, error));
        }

        /// <summary>Who decides what, before and now, as CSV for the agenda. `language`: "da" or "en".</summary>
        public string DiffTable(Model after, string language = "da", Date date = null)
        {
            if (after == null) throw new ArgumentNullException(nameof(after));
            return Calls.Taken(Native.rg_diff_table(model, after.model, Utf8.EndedOrNull(date?.Day, nameof(date)), Language(language),
                                                    new LimitsHandle(), out TextHandle text, out IntPtr error), text, error);
        }

        /// <summary>Let go of the model; calls under way are finished first. Twice is fine.</summary>
        public void Dispose() => model.Dispose();

        /// <summary>What it is.</summary>
        public override string ToString() => model.IsClosed ? "Model, closed" : $"Model {Id}, {Count} elements";

        private static Native.Language Language(string language)
        {
            if (language != "da" && language != "en") throw new InvalidQuestionException("expected `da` or `en`", "language");
            return language == "en" ? Native.Language.English : Native.Language.Danish;
        }
    }
}
