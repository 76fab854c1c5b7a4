using System.Runtime.CompilerServices;

// Tests and the benchmark of a call see the low layer.
[assembly: InternalsVisibleTo("Regelgraf.Tests")]
[assembly: InternalsVisibleTo("Regelgraf.Overhead")]
