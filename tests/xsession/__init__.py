"""What no test inside the program's own process can show: a real display, a window manager, another program."""
