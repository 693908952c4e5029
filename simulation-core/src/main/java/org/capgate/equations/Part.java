package org.capgate.equations;

/** Whose a symbol is: which part of a network of neurons states it. */
public enum Part {
  /** Each excitatory neuron. */
  EXCITATORY,
  /** Each inhibitory neuron. */
  INHIBITORY,
  /** What all neurons share. */
  TISSUE,
  /** Nobody: parameters of all, drug effects, what synapses carry, readouts of the animal. */
  NONE
}
