package org.ringdesk.calls;

import java.io.Serializable;
import java.util.List;
import org.ringdesk.agents.AgentView;

/**
 * What an agent's page needs when it opens or comes back.
 *
 * @param calls the agent's calls that have not ended, and the last one that did if it ended within five minutes
 * @param links every PBX
 * @param commands the agent's that are in flight
 */
public record DeskView(AgentView agent, List<CallPop> calls, List<LinkView> links, List<CommandView> commands)
        implements Serializable {}
