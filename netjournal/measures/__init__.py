"""The arithmetic behind the review pages: numbers and dates in, numbers out, no clock."""
