module example.org/x
