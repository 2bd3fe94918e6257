"""`newsfacts batch`: the facts of many articles, by several workers, resumed where it was stopped.

Data flows one way: a storage gives the sources, tasks are made of them one after the other, an engine runs them, and what comes back goes
into the journal and out. What belongs to one engine, one storage or one kind of output is in a module of its own.
"""
