using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Detail = System.Collections.Generic.IReadOnlyDictionary<string, object>;

namespace Regelgraf
{
    /// <summary>
    /// Every state of a model that was ever recorded, by whom, when and why, in an SQLite file or a PostgreSQL database. Any
    /// thread may use it; calls wait for each other, so for reading at the same time open it several times. What is wrong with a
    /// store throws UnreadableException whose At is the reason: "missing", "foreign", "version", "damaged", "read_only", "full",
    /// "unreachable", "unsupported"; that another writer has it for longer than `wait`, CancelledException with At "busy".
    /// `recordedBy`: a moment, to the microsecond, or a day (a text, a DateTime at midnight) for the whole of it in UTC; null: now.
    /// Experimental.
    /// </summary>
    public sealed class Store : IDisposable
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

        private readonly StoreHandle store;

        private Store(StoreHandle store)
        {
            this.store = store;
        }

        /// <summary>
        /// Make a new, empty store at a path, or `postgresql://...`; the file must not be there yet. `:memory:` goes with the object.
        /// `wait`: how long a call waits for another writer; null: 10 seconds.
        /// </summary>
        public static Store Init(string where, TimeSpan? wait = null)
        {
            Library.Check();
            return Made(Utf8.Bytes(where, nameof(where)), (wait ?? Patience).TotalSeconds);
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static Store Made(byte[] where, double wait)
        {
            Calls.Check(Native.rg_store_init(where, Utf8.Size(where), wait, out StoreHandle made, out IntPtr error), error);
            return new Store(made);
        }

        /// <summary>
        /// Open a store. One of an earlier version is brought forward first, unless it is `readOnly`: then nothing is ever written.
        /// </summary>
        public static Store Open(string where, bool readOnly = false, TimeSpan? wait = null)
        {
            Library.Check();
            return Opened(Utf8.Bytes(where, nameof(where)), readOnly, (wait ?? Patience).TotalSeconds);
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private static Store Opened(byte[] where, bool readOnly, double wait)
        {
            Calls.Check(Native.rg_store_open(where, Utf8.Size(where), readOnly ? 1 : 0, wait, out StoreHandle made, out IntPtr error),
                        error);
            return new Store(made);
        }

        /// <summary>
        /// Record a change set (src/store/README.md) whole, or nothing of it; the new entry. `options`: where layers are looked for
        /// that the store has not recorded yet, and who may end the call; its Log is told nothing. Throws ConflictException where
        /// others changed the same since its `base`, InvalidModelException with every finding where it is no change set or the
        /// model would have errors, InvalidQuestionException where who, when or why is missing, PersonalDataException.
        /// </summary>
        public Detail Commit(string change, LoadOptions options = null)
        {
            byte[] given = Utf8.Bytes(change, nameof(change));
            using (var loading = new Loading(options))
            {
                Said came = Answer.Read(loading.Limits.Taken(Native.rg_store_commit(store, given, Utf8.Size(given), loading.Handle,
                                                                                    out TextHandle text, out IntPtr error), text, error));
                if (came.Bool("recorded")) return came.Object("entry").Fields;
                IReadOnlyList<string> conflicts = came.Ids("conflicts");
                if (conflicts.Count > 0) throw new ConflictException(conflicts);
                throw new InvalidModelException("the model would have errors",
                                                findings: came.Objects("findings").Select(one => new SourceFinding(one)).Frozen());
            }
        }

        /// <summary>The same, with the change set as a dictionary; its "at" may be a DateTime or DateTimeOffset.</summary>
        public Detail Commit(IDictionary<string, object> change, LoadOptions options = null)
        {
            if (change == null) throw new ArgumentNullException(nameof(change));
            var given = new Dictionary<string, object>(change);
            // A question has days; a change set has a moment.
            if (given.TryGetValue("at", out object at) && Date.OfValue(at) is Date moment) given["at"] = moment.Moment;
            return Commit(Json.Write(given), options);
        }

        /// <summary>The number of the newest state; 0: nothing is recorded. Cheap, for polling.</summary>
        public long State
        {
            get
            {
                Calls.Check(Native.rg_store_state(store, out ulong state, out IntPtr error), error);
                return (long)state;
            }
        }

        /// <summary>The entries, oldest first. `after`: only states after this one; `element`: only what touched it.</summary>
        public IReadOnlyList<Detail> Log(long after = 0, string element = null, Date recordedBy = null) =>
            Answer.Read(Calls.Taken(Native.rg_store_log(store, Number(after, nameof(after)), Utf8.EndedOrNull(element, nameof(element)),
                                                        Moment(recordedBy), out TextHandle text, out IntPtr error), text, error))
                  .Details("log");

        /// <summary>One entry with its "changes"; 0: the newest. Throws UnknownElementException.</summary>
        public Detail Entry(long state = 0) =>
            Json.ReadObject(Calls.Taken(Native.rg_store_entry(store, Number(state, nameof(state)), out TextHandle text, out IntPtr error),
                                        text, error));

        /// <summary>
        /// The model as it was recorded by then, and the day to ask it with: registrering and virkning. `validOn`: the day that is
        /// asked about; null: the last state. Throws UnknownElementException where nothing was recorded by then.
        /// </summary>
        public AsOf Model(Date validOn = null, Date recordedBy = null)
        {
            Said told = Answer.Read(Calls.Taken(Native.rg_store_as_of(store, Utf8.EndedOrNull(validOn?.Day, "valid_on"), Moment(recordedBy),
                                                                      out TextHandle text, out IntPtr error), text, error));
            return new AsOf(ModelOf((long)told.Object("entry").Number("state")), told);
        }

        /// <summary>The model of a state, which outlives the store; 0: the newest. Throws UnknownElementException.</summary>
        public Model ModelOf(long state = 0, CancellationToken cancellationToken = default(CancellationToken), TimeSpan? deadline = null,
                             IProgress<Progress> progress = null)
        {
            using (var limits = new CallLimits(cancellationToken, deadline, progress))
            {
                limits.Check(Native.rg_store_model(store, Number(state, nameof(state)), limits.Handle, out ModelHandle model,
                                                   out IntPtr error), error);
                return new Model(model);
            }
        }

        /// <summary>What changed between two states, in meaning, as Model.Diff; 0: the newest. Throws UnknownElementException.</summary>
        public Diff Diff(long before, long after = 0, Date validOn = null, CancellationToken cancellationToken = default(CancellationToken),
                         TimeSpan? deadline = null, IProgress<Progress> progress = null)
        {
            using (var limits = new CallLimits(cancellationToken, deadline, progress))
                return new Diff(limits.Taken(Native.rg_store_diff(store, Number(before, nameof(before)), Number(after, nameof(after)),
                                                                  Utf8.EndedOrNull(validOn?.Day, "valid_on"), limits.Handle,
                                                                  out TextHandle text, out IntPtr error), text, error));
        }

        /// <summary>
        /// Who set each field of an element, when and why: its "fields", each with a "state", and the "entries" of those. Throws
        /// UnknownElementException.
        /// </summary>
        public Detail Blame(string element, Date recordedBy = null) =>
            Json.ReadObject(Calls.Taken(Native.rg_store_blame(store, Utf8.Ended(element, nameof(element)), Moment(recordedBy),
                                                              out TextHandle text, out IntPtr error), text, error));

        /// <summary>A rule review as it was recorded: canonical JSON, as Review.Read takes it. Throws UnknownElementException.</summary>
        public string Document(string id, Date recordedBy = null) =>
            Calls.Taken(Native.rg_store_document(store, Utf8.Ended(id, nameof(id)), Moment(recordedBy), out TextHandle text,
                                                 out IntPtr error), text, error);

        /// <summary>
        /// Does everything in the store fit together? "whole", "entries", "hash"; else "what", and of which "state". `state` and
        /// `hash`: as noted elsewhere, to be held against the history.
        /// </summary>
        public Detail Verify(long state = 0, string hash = null, CancellationToken cancellationToken = default(CancellationToken),
                             TimeSpan? deadline = null, IProgress<Progress> progress = null)
        {
            using (var limits = new CallLimits(cancellationToken, deadline, progress))
                return Json.ReadObject(limits.Taken(Native.rg_store_verify(store, Number(state, nameof(state)),
                                                                           Utf8.EndedOrNull(hash, nameof(hash)), limits.Handle,
                                                                           out TextHandle text, out IntPtr error), text, error));
        }

        /// <summary>Copy the store, as it is at one moment, to a new SQLite file, while others go on using it.</summary>
        public void Backup(string path)
        {
            byte[] given = Utf8.Bytes(path, nameof(path));
            Calls.Check(Native.rg_store_backup(store, given, Utf8.Size(given), out IntPtr error), error);
        }

        /// <summary>The whole history as JSON Lines.</summary>
        public string Export() => Calls.Taken(Native.rg_store_export(store, out TextHandle text, out IntPtr error), text, error);

        /// <summary>
        /// Add the history of an export, of which this one must be the beginning; how many entries were added. Everything is checked,
        /// and added whole or not at all. Throws InvalidModelException.
        /// </summary>
        public long Import(string lines, CancellationToken cancellationToken = default(CancellationToken), TimeSpan? deadline = null,
                           IProgress<Progress> progress = null)
        {
            byte[] given = Utf8.Bytes(lines, nameof(lines));
            using (var limits = new CallLimits(cancellationToken, deadline, progress))
            {
                limits.Check(Native.rg_store_import(store, given, Utf8.Size(given), limits.Handle, out ulong added, out IntPtr error),
                             error);
                return (long)added;
            }
        }

        /// <summary>
        /// Wait until there is a state after `state`, tell `told` of the newest entry, once, in the calling thread, and return its
        /// number; or return `state` when the time is up. `wait`: null: look once. `told` may ask the store; what it throws comes
        /// out of the call. `cancellationToken` ends the wait, which throws OperationCanceledException.
        /// </summary>
        public long Follow(Action<Detail> told, long state = 0, TimeSpan? wait = null,
                           CancellationToken cancellationToken = default(CancellationToken))
        {
            if (told == null) throw new ArgumentNullException(nameof(told));
            using (var limits = new CallLimits(cancellationToken, null, null))
            {
                Native.NewState tell = (number, entry, data) =>
                {
                    try
                    {
                        told(Json.ReadObject(Utf8.Copy(entry)));
                    }
                    catch (Exception error)
                    {
                        limits.Keep(error);
                    }
                };
                limits.Check(Native.rg_store_follow(store, Number(state, nameof(state)), (wait ?? TimeSpan.Zero).TotalSeconds,
                                                    limits.Cancel, tell, IntPtr.Zero, out ulong seen, out IntPtr failure), failure);
                GC.KeepAlive(tell);  // held while C may call it
                return (long)seen;
            }
        }

        /// <summary>Close it; models that came of it stay. Twice is fine.</summary>
        public void Dispose() => store.Dispose();

        private static byte[] Moment(Date recordedBy) => Utf8.EndedOrNull(recordedBy?.Moment, "recorded_by");

        private static ulong Number(long state, string what) =>
            state >= 0 ? (ulong)state : throw new InvalidQuestionException("expected a whole number from 0", what);
    }
}
