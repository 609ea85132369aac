// What needs processes, sockets and files of its own alone is [Parallelizable] and runs beside what is, as many at once as this says. What
// is not marked runs alone, after: what measures (limits, outages, nodes, killed writers, a moment in a browser), and what changes or
// depends on something that the whole process shares (environment, culture, listeners). SideBySideTests holds to that what is marked.
[assembly: LevelOfParallelism(3)]
