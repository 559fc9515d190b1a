"""Where the command starts."""

from netjournal.cli.main import main

if __name__ == "__main__":
    main()
