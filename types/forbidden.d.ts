// Not a module, on purpose: a project's "paths" send every package it may not import here, and the compiler refuses the import.
