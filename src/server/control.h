/* control.h -- what the supervisor and the core tell each other over their channel. */
#ifndef SERVER_CONTROL_H
#define SERVER_CONTROL_H

enum control_kind {
	CONTROL_READER = 1, /* to the core: a parse process is ready; its channel */
	CONTROL_OUT, /* to the core: the out process is ready; its channel */
	CONTROL_READY,                  /* to the supervisor: requests are answered */
	CONTROL_FAILED,                 /* to the supervisor: why the core cannot start */
};

#endif
