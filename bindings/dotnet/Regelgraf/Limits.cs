using System;
using System.Runtime.ExceptionServices;
using System.Threading;

namespace Regelgraf
{
    /// <summary>How far a call has come.</summary>
    public sealed class Progress
    {
        internal Progress(string stage, long done, long? total)
        {
            Stage = stage;
            Done = done;
            Total = total;
        }

        /// <summary>What is going on, as "rank": a stable word.</summary>
        public string Stage { get; }
        /// <summary>Of Total, in units of the stage; never falls within one stage.</summary>
        public long Done { get; }
        /// <summary>null: not known.</summary>
        public long? Total { get; }
    }

    /// <summary>
    /// How long one call may take, who may stop it, who wants to see it going on. Nothing may be thrown across the border: what
    /// a host's code throws ends the call, is kept meanwhile, and comes out of the call.
    /// </summary>
    internal sealed class CallLimits : IDisposable
    {
        private readonly CancellationToken token;
        private readonly CancelHandle cancel;
        private readonly CancellationTokenRegistration registration;
        private readonly IProgress<Progress> progress;
        private readonly Native.Progress callback;  // held while C may call it
        private ExceptionDispatchInfo thrown;

        internal CallLimits(CancellationToken token, TimeSpan? deadline, IProgress<Progress> progress)
        {
            Handle = new LimitsHandle();  // NULL: none
            this.token = token;
            if (!token.CanBeCanceled && deadline == null && progress == null) return;
            try
            {
                Calls.Check(Native.rg_limits_new(out LimitsHandle limits, out IntPtr error), error);
                Handle = limits;
                if (deadline != null)
                    Calls.Check(Native.rg_limits_set_seconds(limits, deadline.Value.TotalSeconds, out error), error);
                if (progress != null)
                {
                    this.progress = progress;
                    callback = Tell;
                    Native.rg_limits_set_progress(limits, callback, IntPtr.Zero);
                }
                if (token.CanBeCanceled)
                {
                    Calls.Check(Native.rg_cancel_new(out cancel, out error), error);
                    Native.rg_limits_set_cancel(limits, cancel);
                    registration = token.Register(thrown => Native.rg_cancel_trigger((CancelHandle)thrown), cancel);
                }
            }
            catch
            {
                Dispose();
                throw;
            }
        }

        internal LimitsHandle Handle { get; }

        /// <summary>The switch that the token throws; NULL where there is none.</summary>
        internal CancelHandle Cancel => cancel ?? new CancelHandle();

        /// <summary>Throws what a call within these limits came to, unless that is well.</summary>
        internal void Check(Native.Status status, IntPtr error)
        {
            if (status == Native.Status.Ok && thrown == null) return;
            RegelgrafException failure = status == Native.Status.Ok ? null : RegelgrafException.Take(status, error);
            thrown?.Throw();
            if (failure is CancelledException && token.IsCancellationRequested)
                throw new OperationCanceledException(failure.Message, failure, token);
            throw failure;
        }

        /// <summary>The text that a call within these limits hands over; it is freed.</summary>
        internal string Taken(Native.Status status, TextHandle text, IntPtr error)
        {
            using (text)
            {
                Check(status, error);
                return Utf8.Copy(Native.rg_text_data(text, out UIntPtr length), length);
            }
        }

        /// <summary>Keeps what host code threw, for Check to throw again.</summary>
        internal void Keep(Exception error)
        {
            if (thrown == null) thrown = ExceptionDispatchInfo.Capture(error);
        }

        public void Dispose()
        {
            registration.Dispose();  // waits for a trigger under way
            Handle.Dispose();
            cancel?.Dispose();
        }

        private int Tell(IntPtr stage, ulong done, ulong total, IntPtr data)
        {
            try
            {
                progress.Report(new Progress(Utf8.Copy(stage), (long)done, total == 0 ? null : (long?)total));
                return 1;
            }
            catch (Exception error)
            {
                Keep(error);
                return 0;
            }
        }
    }
}
