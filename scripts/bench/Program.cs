// What the service is measured beside:
//   bare FOLDER --urls URL       answers from memory, the bytes that are files of the folder: the limit of what is cached
//   hand DATABASE --urls URL     written by hand over the same database file: the limit of what is not cached
//   insert PACKAGE DATABASE      one prepared INSERT a row into a bare table: the limit of an import
using OpenGov.Limits;

return args switch
{
    ["bare", var folder, .. var rest] => await Bare.RunAsync(folder, rest),
    ["hand", var database, .. var rest] => await Hand.RunAsync(database, rest),
    ["insert", var package, var database] => Insert.Run(package, database),
    _ => 1,
};
