"""`python -m dipltrack`: the same as the command `dipltrack`."""

from dipltrack.cli.main import main

if __name__ == "__main__":
    main()
