package org.capgate.cli.command;

/** What the command tells the shell. */
public final class ExitCode {
  /** It did what was asked. */
  public static final int SUCCESS = 0;

  /** A check failed, or the model could not be solved. */
  public static final int CHECK_FAILED = 1;

  /** Something was written wrongly: an argument, a file, a place to write to. */
  public static final int BAD_INPUT = 2;

  /** A defect of the program itself ({@code EX_SOFTWARE} of sysexits.h). */
  public static final int DEFECT = 70;

  private ExitCode() {}
}
